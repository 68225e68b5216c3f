
function askFirst(text, done) {
  // ok: dom-xss-from-parameter
  bootbox.confirm(text, done);
}

function saved(record, id) {
  const link = document.createElement("a");
  // ok: dom-xss-from-parameter
  link.href = window.URL.createObjectURL(new Blob([record]));
  // ok: dom-xss-from-parameter
  link.href = `#${id}`;
  // ok: dom-xss-from-parameter
  link.setAttribute("href", "#" + id);
  // ruleid: dom-xss-from-parameter
  link.setAttribute("href", record);
}

function unwrapped(elements) {
  // ok: dom-xss-from-parameter
  elements.forEach((element) => (element.outerHTML = element.innerHTML));
}
