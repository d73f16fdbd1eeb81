/**
 * What Python does: it reads reStructuredText as Pelican's `RstReader` does, with the same options, directives and role, and
 * without Pelican; and with the directives of the plugins html_rst_directive, pelican_youtube and pelican_vimeo. It is given
 * JSON, and answers with an `Answer` in JSON for each file, a line each; it writes nothing, and asks no other site.
 * Source: https://docs.getpelican.com/en/latest/content.html#syntax-highlighting, and `pelican/readers.py`
 */
export const RST_PROGRAM = `
import sys
sys.path[:] = [path for path in sys.path if path]
import html, json, os, re, signal, urllib.request
from io import StringIO
try:
    from docutils import core, io, nodes, utils
    from docutils.parsers.rst import Directive, directives, roles
    from docutils.parsers.rst.languages import get_language
    from docutils.writers import html4css1
    from pygments import formatters, highlight, lexers
except ImportError:
    sys.exit(3)

asked = json.load(sys.stdin)
answers, sys.stdout = sys.stdout, sys.stderr

def refused(*args, **options):
    raise OSError("nothing is read from other sites")

urllib.request.urlopen = refused

class Slow(BaseException):
    pass

def slow(*args):
    raise Slow()

class Code(Directive):
    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    flags = ("anchorlinenos", "nobackground", "nowrap")
    option_spec = dict(
        [(name, directives.flag) for name in flags]
        + [(name, directives.nonnegative_int) for name in ("linenospecial", "linenostart", "linenostep")]
        + [(name, directives.unchanged) for name in ("classprefix", "hl_lines", "lineanchors", "linenos", "lineseparator",
                                                     "linespans", "tagsfile", "tagurlformat")])

    def run(self):
        self.assert_has_content()
        try:
            lexer = lexers.get_lexer_by_name(self.arguments[0])
        except ValueError:
            lexer = lexers.TextLexer()
        options = dict(asked["pygments"], **self.options)
        numbers = options.pop("linenos", "none")
        if numbers != "none":
            options["linenos"] = numbers if numbers in ("table", "inline") else "table"
        options.update((name, True) for name in self.flags if name in options)
        options["noclasses"] = False
        formatter = formatters.HtmlFormatter(**options)
        return [nodes.raw("", highlight("\\n".join(self.content), lexer, formatter), format="html")]

directives.register_directive("code-block", Code)
directives.register_directive("sourcecode", Code)

class Html(Directive):
    has_content = True

    def run(self):
        return [nodes.raw("", "\\n".join(self.content), format="html")]

class Player(Directive):
    required_arguments = 1
    option_spec = dict((name, directives.unchanged) for name in ("align", "allowfullscreen", "class", "height", "seamless",
                                                                 "width"))

    def run(self):
        site, base = PLAYERS[self.name]
        words = [("width", self.options.get("width", "640")), ("height", self.options.get("height", "390")),
                 ("src", base + self.arguments[0]), ("title", site + ": " + self.arguments[0])]
        written = " ".join('%s="%s"' % (name, html.escape(value)) for name, value in words)
        text = '<div class="%s"><iframe %s loading="lazy" allowfullscreen></iframe></div>' % (self.name, written)
        return [nodes.raw("", text, format="html")]

PLAYERS = {"youtube": ("YouTube", "https://www.youtube.com/embed/"), "vimeo": ("Vimeo", "https://player.vimeo.com/video/")}
directives.register_directive("html", Html)
for name in PLAYERS:
    directives.register_directive(name, Player)

class abbreviation(nodes.Inline, nodes.TextElement):
    pass

def abbr(role, rawtext, text, lineno, inliner, options={}, content=[]):
    text = utils.unescape(text)
    found = re.search(r"\\((.*)\\)$", text, re.DOTALL)
    if not found:
        return [abbreviation(text, text)], []
    short = text[:found.start()].strip()
    return [abbreviation(short, short, explanation=found.group(1))], []

roles.register_local_role("abbr", abbr)

class Translator(html4css1.HTMLTranslator):
    def visit_abbreviation(self, node):
        title = {"title": node["explanation"]} if node.hasattr("explanation") else {}
        self.body.append(self.starttag(node, "abbr", "", **title))

    def depart_abbreviation(self, node):
        self.body.append("</abbr>")

    def visit_image(self, node):
        node["alt"] = node.get("alt", "")
        return super().visit_image(node)

class FieldTranslator(html4css1.HTMLTranslator):
    def __init__(self, document):
        super().__init__(document)
        self.compact_p = None

    def visit_field_body(self, node):
        pass

    def depart_field_body(self, node):
        pass

class Writer(html4css1.Writer):
    def __init__(self):
        super().__init__()
        self.translator_class = Translator

def field(document, element):
    if element.tagname != "field":
        if element.tagname == "authors":
            names = [author.astext() for author in element.children]
            text = "; ".join(names)
            return element.tagname, text + ";" if len(names) == 1 and "," in text else text
        return element.tagname, element.astext()
    name, body = (child for child in element.children)
    name = name.astext().lower()
    if name not in asked["formatted"]:
        return name, body.astext()
    translator = FieldTranslator(document)
    body.walkabout(translator)
    return name, "".join(translator.body)

def outside(paths):
    for path in paths:
        real = os.path.realpath(path)
        if os.path.commonpath([real, asked["root"]]) != asked["root"]:
            return path

def read(path):
    options = {"initial_header_level": "2", "syntax_highlight": "short", "input_encoding": "utf-8", "halt_level": 2,
               "language_code": asked["lang"] if get_language(asked["lang"]) else "en", "traceback": True,
               "warning_stream": StringIO(), "embed_stylesheet": False}
    options.update(asked["docutils"])
    publisher = core.Publisher(writer=Writer(), destination_class=io.StringOutput)
    publisher.set_components("standalone", "restructuredtext", "html")
    publisher.process_programmatic_settings(None, options, None)
    publisher.set_source(source_path=path)
    publisher.publish()
    way = outside(publisher.settings.record_dependencies.list)
    if way:
        return {"error": "it includes " + way + ", which is outside of the project"}
    parts, document = publisher.writer.parts, publisher.document
    infos = getattr(document, "findall", document.traverse)(nodes.docinfo)
    fields = dict(field(document, element) for info in infos for element in info.children)
    title = html.unescape(re.sub("<[^>]*>", "", parts["title"]))
    return {"fields": dict({"title": title}, **fields), "body": parts["body"]}

def answer(path):
    hasAlarm = hasattr(signal, "alarm")
    try:
        if hasAlarm:
            signal.signal(signal.SIGALRM, slow)
            signal.alarm(asked["patience"])
        return read(path)
    except Slow:
        return {"error": "reading it takes longer than %d seconds" % asked["patience"]}
    except (Exception, SystemExit) as error:
        return {"error": str(error) or type(error).__name__}
    finally:
        if hasAlarm:
            signal.alarm(0)

for path in asked["files"]:
    print(json.dumps(answer(path)), file=answers, flush=True)
`;
