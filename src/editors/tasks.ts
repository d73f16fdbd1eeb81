/** A task: https://code.visualstudio.com/docs/debugtest/tasks */
interface Task {
  readonly label: string;
  readonly type: "shell";
  readonly command: string;
  readonly [option: string]: unknown;
}

/** What `check --format github` prints: a kind, a place, a code and words. */
const AFTER_KIND = " file=(.+?),line=(\\d+),col=(\\d+),title=([a-z-]+)::(.*)$";

/**
 * Tasks of VS Code: all findings in the list of problems, without the extension; and the site while one writes.
 *
 * @param program what runs the command line
 */
export function tasks(program: string): { readonly version: string; readonly tasks: readonly Task[] } {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in.
  const fileLocation = ["relative", "${workspaceFolder}"];
  const places = { file: 2, line: 3, column: 4, code: 5, message: 6 };
  const advicePlaces = { file: 1, line: 2, column: 3, code: 4, message: 5 };
  return {
    version: "2.0.0",
    tasks: [
      {
        label: "Check the content",
        type: "shell",
        command: `${program} check --format github`,
        group: { kind: "test", isDefault: true },
        presentation: { reveal: "never" },
        problemMatcher: [
          {
            owner: "pelican",
            fileLocation,
            pattern: { regexp: `^::(error|warning)${AFTER_KIND}`, severity: 1, ...places },
          },
          {
            owner: "pelican-advice",
            severity: "info",
            fileLocation,
            pattern: { regexp: `^::notice${AFTER_KIND}`, ...advicePlaces },
          },
        ],
      },
      {
        label: "See the site while you write",
        type: "shell",
        command: "npx eleventy --serve",
        isBackground: true,
        problemMatcher: [],
      },
    ],
  };
}
