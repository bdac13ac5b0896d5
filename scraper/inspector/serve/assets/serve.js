
/* Correcting a fixture: a bar below the head of the report, a range of segments, and what is expected of them. */

const SERVE_STYLE = `
.correct { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; padding: 8px 20px; background: var(--raised); border-bottom: 1px solid var(--rule); font-size: 13px; }
.correct button, .correct input, .correct a.to { padding: 2px 10px; font-size: 13px; color: var(--text); background: transparent; border: 1px solid var(--rule); border-radius: 6px; text-decoration: none; }
.correct button:not(:disabled) { cursor: pointer; }
.correct button:disabled { opacity: .45; }
.correct button[data-role] { border-inline-start: 5px var(--line, solid) var(--hue); }
.correct button[aria-pressed=true] { background: var(--text); color: var(--surface); }
.correct input { width: 8em; }
.correct [role=group] { display: flex; flex-wrap: wrap; gap: 4px; }
.correct .what { min-width: 11em; font-weight: 600; }
.correct details { flex-basis: 100%; max-height: 30vh; overflow: auto; }
.correct summary { cursor: pointer; color: var(--muted); }
.correct ol { padding-inline-start: 28px; }
.correct li button { text-align: start; border: 0; padding: 1px 4px; overflow-wrap: anywhere; }
.correct .fault { color: #c0341d; font-weight: 600; }
.mark.ranged { background: color-mix(in srgb, var(--hue) 22%, transparent); border-width: 2.5px; }
.mark.differs .badge::after { content: " ≠"; font-weight: 700; }
`;

class Corrections {
  constructor(report) {
    this.report = report;
    this.cleaner = report.data;
    this.state = report.data.serve;
    this.anchor = -1;
    this.chosen = -1;
    this.shift = false;
    this.shown = 0;
    this.shows = "expected";
    this.ui = this._bar();
    document.head.append(make("style", {}, SERVE_STYLE));
    document.querySelector("main").before(this.ui.bar);
    this._listen();
    this._show();
  }

  get first() { return Math.min(this.anchor, this.chosen); }
  get last() { return Math.max(this.anchor, this.chosen); }

  _bar() {
    const ui = { buttons: {} };
    ui.what = make("span", { className: "what", role: "status" });
    for (const [name] of this.cleaner.roles) {
      const button = ui.buttons[name] = make("button", { type: "button", ariaPressed: "false" }, name);
      button.dataset.role = name;
      button.addEventListener("click", () => this._send({ role: name }));
    }
    const tags = [...new Set(this.cleaner.record.segments.map((segment) => segment.lang).concat("und"))];
    ui.lang = make("input", { type: "text", ariaLabel: "Language of these segments", placeholder: "language", autocomplete: "off", spellcheck: false });
    ui.lang.setAttribute("list", "languages-known");
    ui.set = make("button", { type: "button" }, "Set language");
    ui.undo = make("button", { type: "button" }, "Undo");
    ui.mode = make("button", { type: "button", ariaPressed: "true" }, "Show: expected");
    ui.fault = make("span", { className: "fault", role: "alert" });
    ui.list = make("ol");
    ui.summary = make("summary");
    ui.details = make("details", {}, ui.summary, ui.list);
    const link = (name, id) => (id === null ? "" : make("a", { className: "to", href: `/item?${new URLSearchParams({ id })}` }, name));
    ui.bar = make("section", { className: "correct", ariaLabel: "Corrections" },
      make("a", { className: "to", href: "/" }, "List"), link("←", this.state.before), link("→", this.state.after), ui.what,
      make("span", { role: "group", ariaLabel: "Role of these segments" }, ...Object.values(ui.buttons)),
      make("datalist", { id: "languages-known" }, ...tags.map((value) => make("option", { value }))),
      ui.lang, ui.set, ui.undo, ui.mode, ui.fault, ui.details);
    return ui;
  }

  _listen() {
    const { ui } = this;
    // Whether a choice extends the range is known before the choice is made.
    document.addEventListener("click", (event) => { this.shift = event.shiftKey; }, true);
    document.addEventListener("keydown", (event) => { this.shift = event.shiftKey && "JK".includes(event.key); }, true);
    document.addEventListener("segment:choose", (event) => this._choose(event.detail.index));
    document.addEventListener("keydown", (event) => this._key(event));
    // Letters typed here are not the report's keys.
    ui.bar.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
    ui.lang.addEventListener("keydown", (event) => { if (event.key === "Enter") this._setLanguage(); });
    ui.set.addEventListener("click", () => this._setLanguage());
    ui.undo.addEventListener("click", () => this._post("/undo", {}));
    ui.mode.addEventListener("click", () => { this.shows = this.shows === "expected" ? "cleaner" : "expected"; this._show(); });
  }

  _key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, dialog")) return;
    const next = (step) => this.report.choose(this.report.marks.next(this.report.chosen, step));
    const act = {
      J: () => next(1),
      K: () => next(-1),
      r: () => this.ui.buttons.body.focus(),
      l: () => this.ui.lang.focus(),
      u: () => this._post("/undo", {}),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  _choose(index) {
    if (!this.shift || this.anchor < 0) this.anchor = index;
    this.chosen = index;
    this.shift = false;
    this._range();
  }

  _range() {
    const { ui } = this;
    const any = this.chosen >= 0;
    this.report.marks.elements.forEach((mark, index) => mark.classList.toggle("ranged", any && index >= this.first && index <= this.last));
    const total = this.report.data.record.segments.length;
    ui.what.textContent = !any ? "Choose a segment" : this.first === this.last ? `Segment ${this.first + 1} of ${total}` : `Segments ${this.first + 1}–${this.last + 1}`;
    const label = any ? this._label(this.chosen) : null;
    for (const [name, button] of Object.entries(ui.buttons)) {
      button.disabled = !any;
      button.ariaPressed = String(Boolean(label) && label[0] === name);
    }
    ui.lang.disabled = ui.set.disabled = !any;
    ui.lang.value = label ? label[1] : "";
  }

  /* What is expected of a segment; where nothing is, what the cleaner says. */
  _label(index) {
    const segment = this.cleaner.record.segments[index];
    return this.state.labels[index] || [segment.role, segment.lang];
  }

  _setLanguage() {
    const lang = this.ui.lang.value.trim();
    if (lang) this._send({ lang });
  }

  _send(said) {
    if (this.chosen >= 0) this._post("/correct", { first: this.first, last: this.last, ...said });
  }

  async _post(address, said) {
    const { csrf } = this.state;
    this.ui.fault.textContent = "";
    let answer;
    try {
      const response = await fetch(address, {
        method: "POST", credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-Scraper-CSRF": csrf },
        body: JSON.stringify({ id: this.state.id, ...said }),
      });
      const isOurs = (response.headers.get("Content-Type") || "").includes("json");
      answer = isOurs ? await response.json() : { error: await response.text() };
    } catch {
      answer = { error: "The server does not answer; is it still running?" };
    }
    if (answer.error) { this.ui.fault.textContent = answer.error; return; }
    if (answer.id !== this.state.id) { location.assign(`/item?${new URLSearchParams({ id: answer.id })}`); return; }
    this.state = { ...this.state, ...answer };
    this._show();
  }

  /* Draw the page with the labels that are expected, or those of the cleaner. */
  _show() {
    const { report, ui } = this;
    const { stage } = report.ui;
    const [top, tab] = [stage.scrollTop, document.querySelector("[role=tab][aria-selected=true]").id.slice(4)];
    const chosen = this.chosen;
    report.load(this.shows === "expected" ? this._expected() : this.cleaner);
    report._tab(tab);
    stage.scrollTop = top;
    report.marks.elements.forEach((mark, index) => mark.classList.toggle("differs", this._differs(index)));
    if (chosen >= 0) { report.chosen = chosen; report.marks.elements[chosen].classList.add("chosen"); }
    ui.mode.textContent = this.shows === "expected" ? "Show: expected" : "Show: the cleaner’s";
    ui.mode.ariaPressed = String(this.shows === "expected");
    ui.undo.disabled = !this.state.undoable;
    const count = this.state.differences.length;
    ui.summary.textContent = this.state.fixture
      ? `${count} ${count === 1 ? "difference" : "differences"} between what is expected and what the cleaner says now`
      : "Not a fixture yet: the first correction keeps the page as one";
    ui.list.replaceChildren(...this.state.differences.map(([index, line]) => {
      const button = make("button", { type: "button", disabled: index === null }, line);
      button.addEventListener("click", () => report.choose(index, { focus: false }));
      return make("li", {}, button);
    }));
    this._range();
    this.shown += 1;
    document.documentElement.dataset.shown = String(this.shown);
  }

  _differs(index) {
    const [role, lang] = this._label(index);
    const segment = this.cleaner.record.segments[index];
    return role !== segment.role || lang !== segment.lang;
  }

  _expected() {
    const data = structuredClone(this.cleaner);
    data.record.segments.forEach((segment, index) => {
      if (!this._differs(index)) return;
      const code = `cleaner:${segment.role}:${segment.lang}`;
      data.reasons[code] = `expected by hand; the cleaner says ${segment.role} (${PERCENT(segment.confidence)}), ${languageName(segment.lang)}`;
      [segment.role, segment.lang] = this._label(index);
      Object.assign(segment, { confidence: 1, lang_confidence: 1, reasons: [code] });
    });
    data.told = data.record.segments.flatMap((segment, index) => (segment.role === "body" ? [index] : []));
    data.record.text = data.told.map((index) => data.record.segments[index].text).join("\n\n");
    data.doubts = data.doubts.filter(([index]) => !this._differs(index));
    return data;
  }
}

{
  const start = () => { window.corrections = new Corrections(window.report); };
  if (window.report) start();
  else new MutationObserver((_, observer) => {
    if (window.report) { observer.disconnect(); start(); }
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-ready"] });
}
