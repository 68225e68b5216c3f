
function askFirst(text, done) {
  // ok: dom-html-from-parameter
  bootbox.confirm(text, done);
}
