/* What stands beside the page: story, metadata, doubts, all segments; and the card with the reasons. */

const FIELDS = [
  ["title", "Title"], ["authors", "Authors"], ["published", "Published"], ["modified", "Modified"], ["site", "Site"],
  ["section", "Section"], ["tags", "Tags"], ["description", "Description"], ["image", "Picture"],
  ["canonical_url", "Canonical address"], ["license", "Licence"], ["declared_language", "Declared language"],
];
const SOURCES = {
  "json-ld": "JSON-LD", meta: "<meta>", opengraph: "Open Graph", url: "address", html: "<html>", visible: "the text on the page", time: "<time>",
};

function list(values) { return values.filter((value) => value !== null && value !== "").join(", "); }

function shares(languages) {
  return list(Object.entries(languages).map(([tag, share]) => `${languageName(tag)} ${PERCENT(share)}`));
}

/* Rows of the table: name, value, where it comes from. */
function metadataRows(record) {
  const because = record.because || {};
  const said = FIELDS.map(([field, name]) => {
    const value = record[field];
    return [name, Array.isArray(value) ? list(value) : value, because[field]];
  });
  const language = record.language;
  const http = record.http ? `${record.http.status} ${record.http.content_type || ""}` : null;
  return said.concat([
    ["Kind of page", record.page_type, "judge"],
    ["Language", `${languageName(language.tag)} (${language.tag}) ${PERCENT(language.confidence)}`, "tagger"],
    ["Languages of the page", shares(language.shares), "tagger"],
    ["Story complete", PERCENT(record.confidence), "judge"],
    ["Story from", because.text, null],
    ["Encoding", record.encoding.name, record.encoding.because],
    ["Address", record.url, null],
    ["Fetched", record.fetched_at, null],
    ["Answer", http, null],
    ["SHA-256", record.fingerprint.sha256, null],
    ["Simhash", record.fingerprint.simhash, null],
    ["Made by", `scraper ${record.made_by.scraper}, weights ${record.made_by.weights}, rules ${record.made_by.rules}`, null],
    ["Site rules missed", list(record.rules_missed || []), null],
  ]).filter(([, value]) => value);
}

function metadataTable(record) {
  const rows = metadataRows(record).map(([name, value, source]) => make("tr", {},
    make("th", { scope: "row" }, name),
    make("td", {}, make("span", { dir: "auto", className: "value" }, value),
      ...(source ? [make("span", { className: "source" }, `from ${source.split("+").map((part) => SOURCES[part] || part).join(", ")}`)] : []))));
  return make("table", { className: "metadata" }, make("tbody", {}, ...rows));
}

/* The story, block by block; blocks of one kind that belong together become one list or table. */
function story(record, told, onPick) {
  const article = make("article", { className: "story", dir: "auto", lang: record.language.tag });
  if (record.title) article.append(make("h2", { dir: "auto" }, record.title));
  /* Each part keeps its own direction: a date between Arabic names would be torn apart. */
  const parts = [...record.authors, record.published].filter(Boolean).map((part) => make("bdi", {}, part));
  const byline = parts.flatMap((part, at) => (at ? [" · ", part] : [part]));
  if (byline.length) article.append(make("p", { className: "byline", dir: direction(record.title || record.text) }, ...byline));
  if (!told.length) {
    for (const text of (record.text || "").split("\n\n")) article.append(make("p", { dir: "auto" }, text));
    return article;
  }
  let around = null;
  for (const index of told) {
    const segment = record.segments[index];
    const [outer, tag] = { list_item: ["ul", "li"], table_row: ["table", "tr"] }[segment.kind] || [null, storyTag(segment.kind)];
    if (!outer) around = null;
    else if (!around || around.localName !== outer) article.append(around = make(outer, { dir: direction(segment.text) }));
    const words = tag === "tr" ? segment.text.split("\t").map((cell) => make("td", { dir: "auto" }, cell)) : [segment.text];
    const block = make(tag, { dir: "auto", lang: segment.lang }, ...words);
    block.dataset.index = index;
    block.addEventListener("click", () => { if (!String(getSelection())) onPick(index); });
    (outer ? around : article).append(block);
  }
  return article;
}

function storyTag(kind) {
  return { heading: "h3", quote: "blockquote", code: "pre" }[kind] || "p";
}

/* One row of a list of segments. */
function row(segment, index, about) {
  const head = make("span", { className: "head" }, make("span", { className: "pill" }, segment.role), about);
  const button = make("button", { type: "button", className: "row", tabIndex: -1 }, head,
    make("span", { className: "words", dir: "auto", lang: segment.lang }, excerpt(segment.text, 140)));
  button.dataset.index = index;
  button.dataset.role = segment.role;
  return make("li", {}, button);
}

function brief(segment) {
  const language = segment.lang === "und" ? "no language" : `${segment.lang} ${PERCENT(segment.lang_confidence)}`;
  return `${PERCENT(segment.confidence)} · ${language}`;
}

function doubtful(segment, about) {
  const parts = about.map((part) => (part === "role"
    ? `role only ${PERCENT(segment.confidence)}`
    : `${segment.lang} only ${PERCENT(segment.lang_confidence)}`));
  return parts.join(" · ");
}

/* Why a segment is not outlined, empty where it is. */
function whyUnseen(segment, place, box) {
  if (!place.length) return "not in sight: read from data inside the page, so it has no outline";
  if (box) return "";
  return segment.hidden ? "not in sight: the markup hides it" : "not in sight: a style sheet of the page hides it";
}

function cardContent(segment, reasons, note) {
  const head = make("p", { className: "head" }, make("span", { className: "pill" }, segment.role),
    ` ${PERCENT(segment.confidence)} sure · ${segment.kind.replace("_", " ")}`);
  const script = new Intl.DisplayNames(["en"], { type: "script", fallback: "code" });
  const sure = segment.lang === "und" ? "" : ` (${segment.lang}) ${PERCENT(segment.lang_confidence)} sure`;
  const language = `${languageName(segment.lang)}${sure} · ${segment.script === "Zyyy" ? "no letters" : `${script.of(segment.script)} script`}`;
  const codes = segment.reasons.map((code) => make("li", {}, reasons[code] || code, " ", make("code", {}, code)));
  return [head, make("p", {}, language), ...(note ? [make("p", { className: "note" }, note)] : []),
    make("ul", {}, ...codes), make("p", { className: "path" }, make("bdi", { dir: "ltr" }, segment.path))];
}
