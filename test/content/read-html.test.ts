import { test } from "uvu";
import * as assert from "uvu/assert";
import { type HtmlReader, parseHtml, readIfPlain } from "../../src/plugin/content/read-html.ts";

type Told = readonly unknown[];

/** All that a reader is told; pieces of one text are one. */
function told(read: (readers: readonly HtmlReader[]) => unknown): Told[] {
  const events: [string, ...unknown[]][] = [];
  read([
    {
      onOpen: (name, attributes, { startIndex, endIndex }) =>
        events.push(["open", name, { ...attributes }, startIndex, endIndex]),
      onText: (text) => {
        const last = events.at(-1);
        if (last?.[0] === "text") last[1] += text;
        else events.push(["text", text]);
      },
      onClose: (name, isImplied, { startIndex, endIndex }) =>
        events.push(["close", name, isImplied, startIndex, endIndex]),
    },
  ]);
  return events;
}

/** @returns whether it was read as plain, and what was told then */
function toldIfPlain(html: string): Told[] | undefined {
  let isPlain = false;
  const events = told((readers) => {
    isPlain = readIfPlain(html, readers);
  });
  if (!isPlain) assert.equal(events, [], `nobody was told of ${html}`);
  return isPlain ? events : undefined;
}

const PLAIN = [
  "",
  "Only text, a > b.",
  "<p>One</p>\n<p>Two <em>and</em> <strong><code>three</code></strong>.</p>\n",
  '<h2 id="a">A &amp; B &lt;x&gt; &quot;q&quot; &#39;s</h2>',
  '<p><a href="/a?b=1&amp;c=2" title="say &quot;x&quot; > y">a</a><br>b<br />c<img src="a.png" alt=""></p><hr>',
  '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol start="2"><li><p>d</p></li></ol>',
  "<dl><dt>a</dt><dt>b</dt><dd>c<dl><dt>d</dt><dd>e</dd></dl></dd></dl>",
  "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c<table><tr><td>d</td></tr></table></td></tr></tbody></table>",
  '<div class="a" id="b" hidden\n data-x=""><details open><summary>s</summary></details></div >'.replace(" >", ">"),
  '<p class="a" class="b" constructor="c">twice</p>',
  '<blockquote><p>a</p><pre tabindex="0"><code>b\n\n&lt;c&gt;</code></pre></blockquote>\n\n',
];

/** Whatever leaves something to the parser's judgement. */
const OTHERS = [
  "<p>never closed",
  "<p>a<p>b</p>",
  "<p><div>a</div></p>",
  "<em><p>a</em></p>",
  "</p>",
  "a</br>b",
  "<ul><li>a<li>b</li></li></ul>",
  "<tr><td>a</td></tr>",
  "<table><tr><td>a<td>b</td></td></tr></table>",
  "<dt><dd>a</dd></dt>",
  "<p>&nbsp;</p>",
  "<p>a & b</p>",
  "<p>&amp</p>",
  '<a href="?a=1&copy=2">a</a>',
  "a < b",
  "<!-- a -->",
  "<P>a</P>",
  "<p>a</p >",
  "<a href='b'>a</a>",
  "<a href=b>a</a>",
  '<a href = "b">a</a>',
  '<a href="b"title="c">a</a>',
  '<a href="</p>">a</a>',
  "<script>a</script>",
  "<style>p{}</style>",
  "<title>a</title>",
  "<textarea><p></textarea>",
  "<svg><path/></svg>",
  "<custom-element>a</custom-element>",
  "<form><input><button>a</button></form>",
  '<p\u00a0class="a">b</p>',
  "<p",
  "<",
];

for (const html of PLAIN) {
  test(`plain HTML is read as htmlparser2 reads it: ${JSON.stringify(html)}`, () => {
    assert.equal(
      toldIfPlain(html),
      told((readers) => parseHtml(html, readers)),
    );
  });
}

for (const html of OTHERS) {
  test(`is left to htmlparser2: ${JSON.stringify(html)}`, () => {
    assert.is(toldIfPlain(html), undefined);
  });
}

/** Random pieces of tags, put together: most are broken, and some are plain. */
test("whatever is read as plain htmlparser2 reads in the same way", () => {
  const names = "p em a ul li div table tr td th tbody dl dt dd br img h2 pre code span blockquote hr b section".split(
    " ",
  );
  let seed = 1;
  const pick = <Item>(items: readonly Item[]): Item => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return items[(seed >> 8) % items.length] as Item;
  };
  const texts = ["", "", "", "a", "a", "a", " b\n", " b\n", "&amp;", "&lt;c", "&nbsp;", "&", ">", "ö"];
  const attributes = [
    "",
    "",
    "",
    "",
    ' id="a"',
    ' class="b c" id="d"',
    ' href="?x&amp;y"',
    " open",
    '\n title=">"',
    " x='y'",
  ];
  let plain = 0;
  for (let round = 0; round < 20_000; round++) {
    const open: string[] = [];
    let html = "";
    for (let step = 0; step < 6; step++) {
      const name = pick(names);
      html += pick(texts);
      const last = pick([true, false]) ? open.pop() : undefined;
      if (last) html += `</${pick([last, last, last, last, last, "em"])}>`;
      else {
        html += `<${name}${pick(attributes)}>`;
        if (!/^(?:br|img|hr)$/.test(name)) open.push(name);
      }
    }
    for (const name of pick([true, true, true, false]) ? open.reverse() : []) html += `</${name}>`;
    const events = toldIfPlain(html);
    if (!events) continue;
    plain++;
    assert.equal(
      events,
      told((readers) => parseHtml(html, readers)),
      html,
    );
  }
  assert.ok(plain > 500, `only ${plain} were plain`);
});

test.run();
