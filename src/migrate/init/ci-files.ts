import { ACTIONS } from "./host-files.ts";
import type { HostPlan } from "./hosts.ts";

const NAME = "Menus";
const [COMPARES, COMMENTS] = [".github/workflows/menus.yml", ".github/workflows/menus-comment.yml"];

/**
 * What comments on a pull request how it changes the menus. Anybody can open one, from a fork as well, and with it change
 * what is run: so the workflow that runs the site's programs may only read, and the one that may comment runs nothing of the
 * site's, and shows what the first wrote as it is, without links in it.
 * Source: https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target
 */
export function planCi(): HostPlan["files"] {
  return [
    { path: COMPARES, text: comparing() },
    { path: COMMENTS, text: commenting() },
  ];
}

/** What is to be done elsewhere than in the folder. */
export const CI_TOLD = `${COMPARES} and ${COMMENTS} comment on each pull request how it changes the menus, once they are on GitHub, in the default branch. They need package-lock.json: npm install writes it.`;

/** The merge of a pull request has its base as the first parent. */
function comparing(): string {
  return `name: ${NAME}

on:
  pull_request:

permissions:
  contents: read

concurrency:
  group: menus-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  compare:
    runs-on: ubuntu-latest
    steps:
      - uses: ${ACTIONS.checkout}
        with:
          fetch-depth: 2
          persist-credentials: false
      - uses: ${ACTIONS.setupNode}
        with:
          node-version: 24
          package-manager-cache: false
      - run: npm ci
      - run: npx eleventy-pelican diff HEAD^1 HEAD > menus.md
      - uses: ${ACTIONS.uploadArtifact}
        with:
          name: menus
          path: menus.md
          retention-days: 1
`;
}

/** Which pull request it is, GitHub says, and not the workflow that read it. One comment is written, and then changed. */
function commenting(): string {
  return `name: Comment on menus

on:
  workflow_run:
    workflows: [${NAME}]
    types: [completed]

permissions: {}

jobs:
  comment:
    if: github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.conclusion == 'success'
    runs-on: ubuntu-latest
    permissions:
      actions: read
      pull-requests: write
    env:
      GH_TOKEN: \${{ github.token }}
      GH_REPO: \${{ github.repository }}
      RUN: \${{ github.event.workflow_run.id }}
      COMMIT: \${{ github.event.workflow_run.head_sha }}
      MARK: <!-- changes of the menus -->
    steps:
      - name: Write a comment, or change it
        run: |
          number=$(gh api --paginate "repos/$GH_REPO/pulls?state=open&per_page=100" --jq '.[] | select(.head.sha == env.COMMIT) | .number' | head -n 1)
          if [ -z "$number" ]; then echo "There is no open pull request of this commit."; exit 0; fi
          gh run download "$RUN" --name menus --dir "$RUNNER_TEMP/menus"
          old=$(gh api --paginate "repos/$GH_REPO/issues/$number/comments?per_page=100" --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith(env.MARK))) | .id' | head -n 1)
          if [ -z "$old" ] && grep -qx 'The menus are the same.' "$RUNNER_TEMP/menus/menus.md"; then exit 0; fi
          # Indented text is shown as it is: nothing in it is a link, or calls anybody.
          { printf '%s\\n\\nThis changes the menus:\\n\\n' "$MARK"; head -c 50000 "$RUNNER_TEMP/menus/menus.md" | tr -d "\\r" | sed -e 's/\\\\\\(.\\)/\\1/g' -e 's/[*][*]//g' -e 's/^/    /'; } > "$RUNNER_TEMP/comment.md"
          if [ -n "$old" ]
          then gh api --silent --method PATCH "repos/$GH_REPO/issues/comments/$old" --field body=@"$RUNNER_TEMP/comment.md"
          else gh api --silent --method POST "repos/$GH_REPO/issues/$number/comments" --field body=@"$RUNNER_TEMP/comment.md"
          fi
`;
}
