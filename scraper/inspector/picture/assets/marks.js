/* The outlines: one button a segment, above the frame. */

const PERCENT = (share) => `${Math.round(share * 100)} %`;
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

function excerpt(text, most) {
  const letters = [...text.replace(/\s+/g, " ")];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : letters.join("");
}

class Marks {
  constructor(layer, frame, segments, places) {
    Object.assign(this, { layer, frame, segments, places });
    this.boxes = [];
    this.elements = segments.map((segment, index) => this._made(segment, index));
    layer.replaceChildren(...this.elements);
  }

  _made(segment, index) {
    const badge = make("span", { className: "badge", ariaHidden: "true" });
    const language = segment.lang === "und" ? "–" : `${segment.lang} ${PERCENT(segment.lang_confidence)}`;
    badge.append(make("b", {}, segment.role), ` ${PERCENT(segment.confidence)} · ${language}`);
    const label = `${segment.role}, ${languageName(segment.lang)}: ${excerpt(segment.text, 60)}`;
    const mark = make("button", { className: "mark", type: "button", tabIndex: -1, ariaLabel: label }, badge);
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
      mark.style.cssText = `left:${box.left - 3}px;top:${box.top - 2}px;width:${box.width + 6}px;height:${box.height + 4}px;`
        + `z-index:${Math.max(1, 100000 - Math.round(Math.sqrt(box.width * box.height)))}`;
      mark.classList.toggle("tight", box.width < 200 || box.height < 20);
      mark.classList.toggle("high", box.top < 12);
    });
  }

  inSight(index) {
    return Boolean(this.boxes[index]) && !this.elements[index].hidden;
  }

  /* The nearest segment in sight in a direction, starting behind `index`; -1 where there is none. */
  next(index, step, wanted = () => true) {
    for (let at = index + step; at >= 0 && at < this.segments.length; at += step) {
      if (this.inSight(at) && wanted(at)) return at;
    }
    return -1;
  }
}
