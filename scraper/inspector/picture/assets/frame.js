"use strict";
/* The page inside the frame: built element by element, never parsed, and measured. */

const SEEN_RULES = `
html { position: static !important; display: block !important; }
[data-unseen], noscript, audio, canvas, object, video, datalist, map { display: none !important; }
html[data-bare] noscript { display: block !important; }
scraper-picture[data-alt]::before { content: "▨ " attr(data-alt); display: inline-block; margin: 2px 0; padding: 3px 9px;
  font: 12px/1.4 system-ui, sans-serif; background: rgb(128 128 128 / .14); border-radius: 3px; opacity: .8; }
scraper-shadow, slot { display: contents; }
dialog { position: static !important; }
marquee { display: block !important; }
`;
const ALL_RULES = `
html[data-reveal] :not(head, head *) { display: revert !important; visibility: visible !important; }
html[data-reveal] :is(noscript, audio, canvas, object, video, [data-unseen]) { display: block !important; }
`;

class Frame {
  constructor(element) {
    this.element = element;
    this.texts = [];
  }

  get document() { return this.element.contentDocument; }

  /* Build the page of a report's data. */
  build(data) {
    const doc = this.document;
    this.texts = [];
    doc.documentElement.removeAttribute("data-bare");
    this._sheets(data.sheet);
    const body = doc.createElement("body");
    const open = [];
    let parent = null;
    for (const step of data.page) {
      if (typeof step === "number") {
        for (let k = 0; k < step; k += 1) parent = open.pop();
      } else if (typeof step === "string") {
        const text = doc.createTextNode(step);
        this.texts.push(text);
        Node.prototype.appendChild.call(parent, text);
      } else {
        const [tag, attributes] = step;
        open.push(parent);
        parent = this._opened(parent, tag, body);
        for (const name in attributes) Element.prototype.setAttribute.call(parent, name, attributes[name]);
      }
    }
    doc.body.replaceWith(body);
    if (!doc.documentElement.lang) doc.documentElement.lang = data.record.language.tag;
    if ((data.record.because || {}).text === "noscript") doc.documentElement.setAttribute("data-bare", "");
  }

  /* The root and the body are there already; everything else is new. */
  _opened(parent, tag, body) {
    const doc = this.document;
    if (!parent) return doc.documentElement;
    if (tag === "body" && parent === doc.documentElement) return body;
    const element = doc.createElement(tag);
    Node.prototype.appendChild.call(parent, element);
    return element;
  }

  _sheets(sheet) {
    const doc = this.document;
    for (const css of [sheet, SEEN_RULES + ALL_RULES]) {
      const style = doc.createElement("style");
      style.textContent = css;
      doc.head.append(style);
    }
  }

  set theme(name) { this.document.documentElement.setAttribute("data-theme", name); }

  set reveals(shown) { this.document.documentElement.toggleAttribute("data-reveal", shown); }

  /* Give the frame the page's own size, so that nothing inside it ever scrolls. */
  fit(width) {
    const style = this.element.style;
    style.width = `${width}px`;
    style.height = "10px";
    const root = this.document.documentElement;
    if (root.scrollWidth > width + 1) style.width = `${Math.min(root.scrollWidth, 4000)}px`;
    style.height = `${Math.min(root.scrollHeight, 500000)}px`;
  }

  /* The box around some text nodes, in the frame's own coordinates; null where they are not in sight. */
  box(ordinals) {
    const range = this.document.createRange();
    const rects = [];
    for (const ordinal of ordinals) {
      range.selectNodeContents(this.texts[ordinal]);
      rects.push(...range.getClientRects());
    }
    const seen = rects.filter((r) => r.width > 0 && r.height > 0);
    return joined(seen.length ? seen : ordinals.map((o) => this._control(o)).filter(Boolean));
  }

  /* Words of a form's control are drawn by the control: its own box stands for them. */
  _control(ordinal) {
    for (const tag of ["option", "select", "textarea"]) {
      const rect = this.texts[ordinal].parentElement.closest(tag)?.getBoundingClientRect();
      if (rect && rect.width > 0 && rect.height > 0) return rect;
    }
    return null;
  }
}

function joined(rects) {
  if (!rects.length) return null;
  const left = Math.min(...rects.map((r) => r.left));
  const top = Math.min(...rects.map((r) => r.top));
  const right = Math.max(...rects.map((r) => r.right));
  const bottom = Math.max(...rects.map((r) => r.bottom));
  return right <= 0 || bottom <= 0 ? null : { left, top, width: right - left, height: bottom - top };
}
