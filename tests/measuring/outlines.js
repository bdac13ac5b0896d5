(segments) => {
  const squeeze = (text) => text.replace(/[\s\x1c-\x1f\x85\ufeff]+/g, "");
  // Text nodes below an element, those of its shadow roots too, without what is never text.
  const texts = (element) => {
    const found = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) found.push(node);
      if (node.nodeType === Node.ELEMENT_NODE && ["STYLE", "svg"].includes(node.nodeName)) return;
      if (node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
      node.childNodes.forEach(walk);
    };
    walk(element);
    return found;
  };
  const holds = (whole, part) => {
    if (whole.includes(part)) return true;
    // Hidden words may stand between the words of a segment.
    let at = 0;
    for (const letter of part) {
      at = whole.indexOf(letter, at) + 1;
      if (!at) return false;
    }
    return whole.length < 4 * part.length + 200;
  };
  const find = (root, path) => { try { return root.querySelector(path); } catch { return null; } };
  const cache = new Map();
  const inside = (element) => {
    if (!cache.has(element)) {
      const nodes = texts(element);
      cache.set(element, { nodes, whole: squeeze(nodes.map((node) => node.data).join("")) });
    }
    return cache.get(element);
  };
  const report = window.report;
  const root = report ? report.frame.document : document;
  const union = (rects) => rects.length && {
    left: Math.min(...rects.map((r) => r.left)), top: Math.min(...rects.map((r) => r.top)),
    right: Math.max(...rects.map((r) => r.right)), bottom: Math.max(...rects.map((r) => r.bottom)),
  };
  const seen = (rects) => [...rects].filter((r) => r.width > 0 && r.height > 0);
  // Where a text stands in an element: a box for each place, found letter by letter, knowing nothing of the report.
  const boxes = (element, text) => {
    const { nodes, whole } = inside(element);
    const found = [];
    for (let start = whole.indexOf(text); start >= 0 && found.length < 50; start = whole.indexOf(text, start + 1)) {
      let at = 0;
      const rects = [];
      for (const node of nodes) {
        const length = squeeze(node.data).length;
        if (at + length > start && at < start + text.length) {
          const range = root.createRange();
          range.selectNodeContents(node);
          rects.push(...seen(range.getClientRects()));
        }
        at += length;
      }
      if (rects.length) found.push(union(rects));
    }
    return found;
  };
  const near = (one, other) => ["left", "top", "right", "bottom"].every((side) => Math.abs(one[side] - other[side]) <= 8);
  const within = (inner, outer) => inner.left >= outer.left - 8 && inner.top >= outer.top - 8
    && inner.right <= outer.right + 8 && inner.bottom <= outer.bottom + 8;
  return segments.map(({ text, path }, index) => {
    const element = find(root, path);
    const words = squeeze(text);
    const isFound = Boolean(element) && (element.localName === "script" || holds(inside(element).whole, words));
    if (!report) return { isFound };
    const layer = report.ui.marks.getBoundingClientRect();
    const mark = report.marks.elements[index].getBoundingClientRect();
    const isOutlined = mark.width > 0 && mark.height > 0;
    const places = element && element.localName !== "script" ? boxes(element, words) : [];
    if (!isOutlined) return { isFound, isOutlined, isOnText: false, isShown: places.some((box) => box.right > 0 && box.bottom > 0) };
    const box = { left: mark.left - layer.left, top: mark.top - layer.top, right: mark.right - layer.left, bottom: mark.bottom - layer.top };
    // Words of a control, and those with hidden words between, have no box of their own: the element's must hold the outline.
    const isOnText = places.length ? places.some((place) => near(place, box))
      : isFound && within(box, union([element.getBoundingClientRect(), ...seen(element.getClientRects())]));
    return { isFound, isOutlined, isOnText, isShown: true };
  });
}
