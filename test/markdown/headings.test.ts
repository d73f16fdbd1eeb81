import { test } from "uvu";
import { testRows } from "./render.ts";

testRows([
  ["a blank after the hashes", "## Two", '<h2 id="two">Two</h2>'],
  ["no blank after the hashes", "##Two", '<h2 id="two">Two</h2>'],
  ["one hash at the start of a line", "#tag", '<h1 id="tag">tag</h1>'],
  ["closing hashes", "## Two ##", '<h2 id="two">Two</h2>'],
  ["closing hashes without blanks", "##Two##", '<h2 id="two">Two</h2>'],
  ["a name that ends with a hash", "# About C#", '<h1 id="about-c">About C#</h1>'],
  ["a closing hash without a blank", "# One#", '<h1 id="one">One</h1>'],
  ["more than six hashes", "#######a", '<h6 id="a">#a</h6>'],
  ["hashes alone are nothing", "##\n\na", "<p>a</p>"],
  ["straight after a paragraph", "a\n##Two\nb", '<p>a</p><h2 id="two">Two</h2><p>b</p>'],
  ["not in code", "    #x", '<pre tabindex="0"><code>#x\n</code></pre>'],
  ["not where a list item wraps", "- see\n  #12", "<ul><li>see\n#12</li></ul>"],
  ["underlined", "One\n===\n\nTwo\n--", '<h1 id="one">One</h1><h2 id="two">Two</h2>'],
  ["only one line is underlined", "a\nb\n--", "<p>a\nb\n--</p>"],
  ["a rule under a paragraph", "a\nb\n---", "<p>a\nb</p><hr>"],
]);

testRows(
  [
    ["exact: blanks before hashes make text", "a\n # b\n\n  ## c", "<p>a\n# b</p><p>## c</p>"],
    ["exact: an underline that is indented is none", "a\n  --\n\nb\n  ---", "<p>a\n--</p><p>b</p><hr>"],
    ["exact: in an item of a list", "- # a\n\n    ## b", '<ul><li><h1 id="a">a</h1><h2 id="b">b</h2></li></ul>'],
  ],
  { exact: true },
);

testRows([
  ["accents", "# Café Ünion", '<h1 id="cafe-union">Café Ünion</h1>'],
  ["punctuation", "# What's -- new?", '<h1 id="whats-new">What\'s -- new?</h1>'],
  ["letters that are not Latin", "# 漢字", '<h1 id="han-zi">漢字</h1>'],
  ["the same twice", "# a\n# a\n# a", '<h1 id="a">a</h1><h1 id="a_1">a</h1><h1 id="a_2">a</h1>'],
  ["given by the author", "# a {#b .c .d}", '<h1 id="b" class="c d">a</h1>'],
  ["given with a colon", '# a {: #b lang="de" }', '<h1 id="b" lang="de">a</h1>'],
  ["braces that are text", "# a {b}", '<h1 id="a-b">a {b}</h1>'],
  ["a later given id is kept free", "# b\n\n# a {#b}", '<h1 id="b_1">b</h1><h1 id="b">a</h1>'],
  ["an anchor is kept", '# <a name="x"></a>A *b*', '<h1 id="a-b"><a name="x"></a>A <em>b</em></h1>'],
  ["an anchor's id is taken", '# <a id="a"></a>A', '<h1 id="a_1"><a id="a"></a>A</h1>'],
]);

testRows([
  [
    "a list of contents",
    "[TOC]\n\n# A\n### B & C\n## D\n# E",
    '<nav class="toc" aria-label="On this page"><ul><li><a href="#a">A</a><ul><li><a href="#b-c">B &amp; C</a></li>' +
      '<li><a href="#d">D</a></li></ul></li><li><a href="#e">E</a></li></ul></nav>' +
      '<h1 id="a">A</h1><h3 id="b-c">B &amp; C</h3><h2 id="d">D</h2><h1 id="e">E</h1>',
  ],
  ["contents of nothing", "[TOC]", ""],
  ["the marker within text is text", "see [TOC]", "<p>see [TOC]</p>"],
]);

test.run();
