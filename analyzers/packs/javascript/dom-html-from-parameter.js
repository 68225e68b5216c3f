
function askFirst(text, done) {
  // ok: dom-html-from-parameter
  bootbox.confirm(text, done);
}

function saved(record, id) {
  const link = document.createElement("a");
  // ok: dom-html-from-parameter
  link.href = window.URL.createObjectURL(new Blob([record]));
  // ok: dom-html-from-parameter
  link.href = `#${id}`;
  // ok: dom-html-from-parameter
  link.setAttribute("href", "#" + id);
  // ruleid: dom-html-from-parameter
  link.setAttribute("href", record);
}

function unwrapped(elements) {
  // ok: dom-html-from-parameter
  elements.forEach((element) => (element.outerHTML = element.innerHTML));
}
