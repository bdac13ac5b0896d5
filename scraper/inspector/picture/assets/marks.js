/* The outlines: one button a segment, above the frame. */

const PERCENT = (share) => `${Math.round(share * 100)} %`;
const ROW = 32;
const RULER = document.createElement("canvas").getContext("2d");
RULER.font = '600 11px system-ui, "Noto Sans", sans-serif';
const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

function languageName(tag) {
  if (tag === "und") return "no language";
  try { return LANGUAGES.of(tag) || tag; } catch { return tag; }
}

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== "role") element[name] = value; else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/* Where a text begins to be read, by its first letter. */
function direction(text) {
  const letter = /\p{L}/u.exec(text);
  return letter && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(letter[0]) ? "rtl" : "ltr";
}

function excerpt(text, most) {
  const letters = [...text.replace(/\s+/g, " ")];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : letters.join("");
}

class Marks {
  constructor(layer, frame, segments, places) {
    Object.assign(this, { layer, frame, segments, places });
    this.boxes = [];
    this.widths = [];
    this.elements = segments.map((segment, index) => this._made(segment, index));
    layer.replaceChildren(...this.elements);
  }

  _made(segment, index) {
    const badge = make("span", { className: "badge", dir: "ltr", ariaHidden: "true" });
    const language = segment.lang === "und" ? "–" : `${segment.lang} ${PERCENT(segment.lang_confidence)}`;
    badge.append(make("b", {}, segment.role), ` ${PERCENT(segment.confidence)} · ${language}`);
    const label = `${segment.role}, ${languageName(segment.lang)}: ${excerpt(segment.text, 60)}`;
    const mark = make("button", { className: "mark", type: "button", tabIndex: -1, dir: direction(segment.text), ariaLabel: label }, badge);
    mark.dataset.index = index;
    mark.dataset.role = segment.role;
    return mark;
  }

  /* Measure everything first, then move everything: the browser lays the page out once. */
  place() {
    this.boxes = this.places.map((ordinals) => (ordinals.length ? this.frame.box(ordinals) : null));
    this.boxes.forEach((box, index) => {
      const mark = this.elements[index];
      mark.classList.toggle("nowhere", !box);
      if (!box) return;
      mark.style.cssText = `left:${box.left - 5}px;top:${box.top - 2}px;width:${box.width + 10}px;height:${box.height + 4}px;`
        + `z-index:${Math.max(1, 100000 - Math.round(Math.sqrt(box.width * box.height)))}`;
    });
    this._placeBadges();
  }

  /* A badge stands above its outline or beside it, where it covers nothing; else it comes out when it is pointed at. */
  _placeBadges() {
    const taken = new Map();
    const rows = (r) => Array.from({ length: Math.floor(r.bottom / ROW) - Math.floor(r.top / ROW) + 1 }, (_, k) => Math.floor(r.top / ROW) + k);
    const take = (r) => rows(r).forEach((y) => { if (!taken.has(y)) taken.set(y, []); taken.get(y).push(r); });
    const free = (r, own) => r.left >= 0 && r.top >= 0 && r.right <= this.layer.clientWidth && rows(r).every((y) => (taken.get(y) || [])
      .every((other) => other === own || r.right <= other.left || r.left >= other.right || r.bottom <= other.top || r.top >= other.bottom));
    const outlines = this.boxes.map((box) => box && { left: box.left - 5, right: box.left + box.width + 5, top: box.top - 2, bottom: box.top + box.height + 2 });
    outlines.forEach((outline) => outline && take(outline));
    outlines.forEach((outline, index) => {
      if (!outline) return;
      const mark = this.elements[index];
      const [place, rect] = this._badgePlaces(index, outline).find(([, r]) => free(r, outline)) || ["none", null];
      mark.dataset.badge = place;
      if (rect) take(rect);
    });
  }

  _badgePlaces(index, { left, right, top, bottom }) {
    const width = this._badgeWidth(index);
    const isRtl = this.elements[index].dir === "rtl";
    const x = isRtl ? left - width - 2 : right + 2;
    const beside = ["beside", { left: x, right: x + width, top: top + 3, bottom: top + 18 }];
    const end = isRtl ? left : right - width;
    const above = ["above", { left: end, right: end + width, top: top - 14, bottom: top }];
    return bottom - top > 30 && right - left > width ? [above, beside] : [beside, above];
  }

  _badgeWidth(index) {
    if (!this.widths[index]) this.widths[index] = RULER.measureText(this.elements[index].textContent).width + 14;
    return this.widths[index];
  }

  inSight(index) {
    const mark = this.elements[index];
    return Boolean(this.boxes[index]) && !mark.hidden && !mark.classList.contains("veiled");
  }

  /* The nearest segment in sight in a direction, starting behind `index`; -1 where there is none. */
  next(index, step, wanted = () => true) {
    for (let at = index + step; at >= 0 && at < this.segments.length; at += step) {
      if (this.inSight(at) && wanted(at)) return at;
    }
    return -1;
  }
}
