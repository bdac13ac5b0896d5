/* The report: what is shown, which segment is chosen, and the keys. */

class Report {
  constructor(data) {
    this.ui = {};
    for (const element of document.querySelectorAll("[id]")) this.ui[element.id] = element;
    this.frame = new Frame(this.ui.frame);
    this.off = { role: new Set(), lang: new Set() };
    this.chosen = -1;
    this.flags = { story: false, badges: false, reveal: false };
    this._listen();
    this.load(data);
  }

  /* Show other data, for example after a correction. */
  load(data) {
    this.data = data;
    const { record } = data;
    this.frame.build(data);
    this.marks = new Marks(this.ui.marks, this.frame, record.segments, data.places);
    this.doubts = new Set(data.doubts.map(([index]) => index));
    this._head(record);
    this._legend();
    this._panels();
    this._theme(document.documentElement.dataset.theme || "auto");
    this.layout();
    this._filter();
    this._rove(this.marks.elements, this.marks.elements[this.marks.next(-1, 1)]);
  }

  /* Lay the page out anew in the room there is. */
  layout() {
    const width = this.ui.stage.clientWidth;
    this.frame.fit(width);
    this.ui.paper.style.width = this.ui.frame.style.width;
    this.ui.paper.style.height = this.ui.frame.style.height;
    this.marks.place();
    this._notes();
  }

  /* Choose a segment: outline, row and card; `focus` also moves the keyboard there. */
  choose(index, { focus = true, panel = true } = {}) {
    if (index < 0) return;
    this.marks.elements[this.chosen]?.classList.remove("chosen");
    this.chosen = index;
    const mark = this.marks.elements[index];
    mark.classList.add("chosen");
    this._rove(this.marks.elements, mark);
    if (this.marks.inSight(index)) this._reveal(mark, focus);
    else this._card(index, document.querySelector(`.row[data-index="${index}"]`));
    for (const button of document.querySelectorAll(".row")) {
      const isIt = button.dataset.index === String(index);
      button.classList.toggle("chosen", isIt);
      if (isIt && panel) button.scrollIntoView({ block: "nearest" });
    }
    document.dispatchEvent(new CustomEvent("segment:choose", { detail: { index } }));
  }

  _reveal(mark, focus) {
    mark.scrollIntoView({ block: "center", inline: "nearest" });
    if (focus) mark.focus({ preventScroll: true });
    else this._card(Number(mark.dataset.index), mark);
  }

  /* One element of a group is in the order of Tab; the arrows move on from it. */
  _rove(group, current) {
    for (const element of group) element.tabIndex = element === current ? 0 : -1;
  }

  _head(record) {
    this.ui.title.textContent = record.title || record.source;
    this.ui.source.textContent = record.url || record.source;
    const facts = [record.page_type, languageName(record.language.tag), `story ${PERCENT(record.confidence)} sure`];
    this.ui.facts.replaceChildren(...facts.map((fact) => make("li", {}, fact)));
  }

  _legend() {
    const count = (key) => {
      const counts = new Map();
      for (const segment of this.data.record.segments) counts.set(segment[key], (counts.get(segment[key]) || 0) + 1);
      return counts;
    };
    const roles = count("role");
    const order = this.data.roles.map(([name]) => name).filter((name) => roles.has(name));
    this.ui.roles.replaceChildren(...order.map((name) => this._chip("role", name, name, roles.get(name))));
    const languages = [...count("lang")].sort((a, b) => b[1] - a[1]);
    this.ui.languages.replaceChildren(
      ...languages.map(([tag, number]) => this._chip("lang", tag, tag === "und" ? "no language" : `${languageName(tag)}`, number)));
  }

  _chip(key, value, name, number) {
    const chip = make("button", { type: "button", className: "chip", ariaPressed: "true", title: "Shift + click: only this" },
      make("span", { className: "swatch", ariaHidden: "true" }), name, make("span", { className: "count" }, String(number)));
    chip.dataset[key === "role" ? "role" : "lang"] = value;
    chip.addEventListener("click", (event) => this._toggle(key, value, event.shiftKey));
    return chip;
  }

  _toggle(key, value, only) {
    const off = this.off[key];
    if (only) {
      const all = new Set(this.data.record.segments.map((segment) => segment[key]));
      const isOnly = off.size === all.size - 1 && !off.has(value);
      this.off[key] = isOnly ? new Set() : new Set([...all].filter((other) => other !== value));
    } else if (!off.delete(value)) {
      off.add(value);
    }
    this._filter();
  }

  _panels() {
    const { record, told, doubts } = this.data;
    this.ui["panel-story"].replaceChildren(story(record, told, (index) => this.choose(index, { focus: false, panel: false })));
    this.ui["panel-metadata"].replaceChildren(metadataTable(record));
    const segments = record.segments;
    const rows = doubts.map(([index, about]) => row(segments[index], index, doubtful(segments[index], about)));
    this.ui.doubts.replaceChildren(...rows);
    this.ui["no-doubts"].hidden = doubts.length > 0;
    this.ui["doubt-count"].textContent = String(doubts.length);
    this.ui.segments.replaceChildren(...segments.map((segment, index) => row(segment, index, brief(segment))));
    this.ui["segment-count"].textContent = String(segments.length);
    for (const id of ["doubts", "segments"]) this._rove(this._rows(id), this._rows(id)[0]);
  }

  _rows(id) { return [...this.ui[id].querySelectorAll(".row")]; }

  /* Say in the lists which segments have no outline, and why. */
  _notes() {
    for (const button of document.querySelectorAll(".row")) {
      const index = Number(button.dataset.index);
      button.querySelector(".note")?.remove();
      const why = this._whyUnseen(index);
      if (why) button.append(make("span", { className: "note" }, why));
    }
  }

  _whyUnseen(index) {
    return whyUnseen(this.data.record.segments[index], this.data.places[index], this.marks.boxes[index]);
  }

  /* Apply the legend, the search and "story only" to outlines and lists. */
  _filter() {
    const { record, roles } = this.data;
    const stories = new Set(roles.filter(([, isStory]) => isStory).map(([name]) => name));
    const wanted = this.ui.search.value.trim().toLowerCase();
    record.segments.forEach((segment, index) => {
      const isOff = this.off.role.has(segment.role) || this.off.lang.has(segment.lang);
      const isVeiled = this.flags.story && !stories.has(segment.role);
      const mark = this.marks.elements[index];
      mark.hidden = isOff && !isVeiled;
      mark.classList.toggle("veiled", isVeiled);
      const isFound = !wanted || segment.text.toLowerCase().includes(wanted) || segment.reasons.some((code) => code.includes(wanted));
      this.ui.segments.children[index].hidden = isOff || isVeiled || !isFound;
    });
    for (const chip of document.querySelectorAll(".chip")) {
      const [key, value] = chip.dataset.role ? ["role", chip.dataset.role] : ["lang", chip.dataset.lang];
      chip.ariaPressed = String(!this.off[key].has(value));
    }
    this.ui.all.hidden = !this.off.role.size && !this.off.lang.size;
  }

  _flag(name) {
    this.flags[name] = !this.flags[name];
    this.ui[`flag-${name}`].ariaPressed = String(this.flags[name]);
    document.documentElement.classList.toggle(`shows-${name}`, this.flags[name]);
    if (name === "reveal") { this.frame.reveals = this.flags.reveal; this.layout(); }
    this._filter();
  }

  _theme(name) {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    if (name === "auto") delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = name;
    this.frame.theme = name === "auto" ? (isDark ? "dark" : "light") : name;
    this.ui.theme.textContent = { auto: "Theme: auto", light: "Theme: light", dark: "Theme: dark" }[name];
  }

  _nextTheme() {
    const names = ["auto", "light", "dark"];
    this._theme(names[(names.indexOf(document.documentElement.dataset.theme || "auto") + 1) % 3]);
  }

  _tab(name) {
    for (const tab of document.querySelectorAll("[role=tab]")) {
      const isIt = tab.id === `tab-${name}`;
      tab.ariaSelected = String(isIt);
      tab.tabIndex = isIt ? 0 : -1;
      this.ui[tab.getAttribute("aria-controls")].hidden = !isIt;
    }
    this.ui[`panel-${name}`].querySelector(".row.chosen")?.scrollIntoView({ block: "nearest" });
  }

  /* The card with the reasons, beside an outline or a row. */
  _card(index, beside) {
    const { card } = this.ui;
    const segment = this.data.record.segments[index];
    card.replaceChildren(...cardContent(segment, this.data.reasons, this._whyUnseen(index)));
    card.dataset.role = segment.role;
    card.hidden = false;
    const at = (beside || this.ui.stage).getBoundingClientRect();
    const own = card.getBoundingClientRect();
    const below = at.bottom + 8 + own.height <= innerHeight;
    const top = below ? at.bottom + 8 : Math.max(8, at.top - own.height - 12);
    card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - own.width - 8))}px`;
    card.style.top = `${Math.min(top, Math.max(8, innerHeight - own.height - 8))}px`;
  }

  _hideCard() { this.ui.card.hidden = true; }

  _listen() {
    const { ui } = this;
    for (const [host, within] of [[ui.marks, ".mark"], [ui.doubts, ".row"], [ui.segments, ".row"]]) {
      const found = (event) => event.target.closest(within);
      const show = (event) => { const hit = found(event); if (hit) this._card(Number(hit.dataset.index), hit); };
      host.addEventListener("pointerover", show);
      host.addEventListener("focusin", show);
      host.addEventListener("pointerout", () => this._hideCard());
      host.addEventListener("focusout", () => this._hideCard());
      host.addEventListener("click", (event) => {
        const hit = found(event);
        if (hit) this.choose(Number(hit.dataset.index), { focus: within === ".mark", panel: within === ".mark" });
      });
      host.addEventListener("keydown", (event) => this._arrow(event, host, within));
    }
    for (const name of Object.keys(this.flags)) ui[`flag-${name}`].addEventListener("click", () => this._flag(name));
    for (const tab of document.querySelectorAll("[role=tab]")) {
      tab.addEventListener("click", () => this._tab(tab.id.slice(4)));
      tab.addEventListener("keydown", (event) => this._arrow(event, tab.parentElement, "[role=tab]"));
    }
    ui.theme.addEventListener("click", () => this._nextTheme());
    ui.all.addEventListener("click", () => { this.off = { role: new Set(), lang: new Set() }; this._filter(); });
    ui.search.addEventListener("input", () => this._filter());
    ui["show-help"].addEventListener("click", () => ui.help.showModal());
    ui.stage.addEventListener("scroll", () => { if (!ui.stage.contains(document.activeElement)) this._hideCard(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this._theme(document.documentElement.dataset.theme || "auto"));
    let width = 0;
    new ResizeObserver(([entry]) => {
      if (entry.contentRect.width !== width && this.marks) { width = entry.contentRect.width; this.layout(); }
    }).observe(ui.stage);
    document.addEventListener("keydown", (event) => this._key(event));
  }

  /* Arrow keys, Home and End inside a group with one place in the order of Tab. */
  _arrow(event, host, within) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (within === ".mark") {
      const from = Number(event.target.closest(within).dataset.index);
      const ends = { Home: [-1, 1], End: [this.marks.segments.length, -1] }[event.key];
      this.choose(ends ? this.marks.next(...ends) : this.marks.next(from, step));
      return;
    }
    const group = [...host.querySelectorAll(within)].filter((element) => !element.closest("[hidden]"));
    const at = group.indexOf(event.target.closest(within)) + step;
    const next = group[Math.max(0, Math.min(group.length - 1, at))];
    this._rove(host.querySelectorAll(within), next);
    next.focus();
    if (within === "[role=tab]") next.click();
  }

  _key(event) {
    if (event.key === "Escape") this._hideCard();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input") || this.ui.help.open) return;
    const doubt = (step) => this.choose(this.marks.next(this.chosen, step, (at) => this.doubts.has(at)));
    const act = {
      j: () => this.choose(this.marks.next(this.chosen, 1)),
      k: () => this.choose(this.marks.next(this.chosen < 0 ? this.marks.segments.length : this.chosen, -1)),
      d: () => doubt(1),
      D: () => doubt(-1),
      s: () => this._flag("story"),
      b: () => this._flag("badges"),
      h: () => this._flag("reveal"),
      t: () => this._nextTheme(),
      1: () => this._tab("story"),
      2: () => this._tab("metadata"),
      3: () => this._tab("doubts"),
      4: () => this._tab("segments"),
      "/": () => { this._tab("segments"); this.ui.search.focus(); },
      "?": () => this.ui.help.showModal(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

/* A frame's first document is there at once in some browsers and comes a moment later in others. */
function begin() {
  const data = JSON.parse(document.getElementById("data").textContent);
  window.report = new Report(data);
  document.documentElement.dataset.ready = "";
}

{
  const element = document.getElementById("frame");
  const isThere = element.contentDocument?.querySelector("meta[charset]") && element.contentDocument.readyState === "complete";
  if (isThere) begin(); else element.addEventListener("load", begin, { once: true });
}
