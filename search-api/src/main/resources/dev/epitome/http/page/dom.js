// Builds nodes. Text only ever becomes text: nothing here reads markup.

const SVG = "http://www.w3.org/2000/svg";
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** An element of HTML. Properties that begin with "on" are listeners, all others attributes; false and null are left out. */
export const el = (name, properties, ...children) => fill(document.createElement(name), properties, children);

/** An element of SVG. */
export const svg = (name, properties, ...children) => fill(document.createElementNS(SVG, name), properties, children);

function fill(node, properties, children) {
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value === true ? "" : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A snippet of the service as nodes: escaped text, and marks. */
export function marked(html) {
  let inMark = false;
  const nodes = [];
  for (const piece of html.split(/(<\/?mark>)/)) {
    if (piece === "<mark>" || piece === "</mark>") {
      inMark = piece === "<mark>";
    } else if (piece !== "") {
      const text = piece.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);
      nodes.push(inMark ? el("mark", {}, text) : text);
    }
  }
  return nodes;
}

const LITERAL = /[\\^$.*+?()[\]{}|/]/g;

/** A text in which the words are marked that some marks have. */
export function remarked(text, marks) {
  const words = [...new Set([...marks].map((mark) => mark.textContent))].sort((one, other) => other.length - one.length);
  if (words.length === 0) {
    return [text];
  }
  const any = words.map((word) => word.replace(LITERAL, "\\$&")).join("|");
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, "u"));
  return pieces.map((piece, i) => (i % 2 === 1 ? el("mark", {}, piece) : piece));
}

/** Puts new children into a container; the link in the place of one that had the focus has it then, or the last. */
export function refillInPlace(container, ...children) {
  const place = [...container.querySelectorAll("a")].indexOf(document.activeElement);
  container.replaceChildren(...children.flat(Infinity).filter(Boolean));
  const links = [...container.querySelectorAll("a")];
  if (place >= 0 && links.length > 0) {
    links[Math.min(place, links.length - 1)].focus({ preventScroll: true });
  }
}

/** Puts new children into a container; what had the focus has it again, known by its data-key. */
export function refill(container, ...children) {
  const key = container.contains(document.activeElement) ? document.activeElement.dataset?.key : undefined;
  container.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (key !== undefined) {
    [...container.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key)?.focus();
  }
}

/** Makes a change; where it takes away what had the focus, the focus goes on from another place, not from the top. */
export function keepingFocus(other, change) {
  const focused = document.activeElement;
  change();
  if (focused !== null && !focused.isConnected && document.activeElement === document.body) {
    other.focus({ preventScroll: true });
  }
}

/** Children with something between them. */
export const joined = (nodes, between) => nodes.flatMap((node, i) => (i === 0 ? [node] : [between, node]));

/** A link to an article where its address is one of the web, otherwise plain text. */
export function outward(address, properties, ...children) {
  const url = URL.canParse(address ?? "") ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol)
    ? el("a", { ...properties, href: url.href, rel: "noopener noreferrer" }, ...children)
    : el("span", properties, ...children);
}
