
function askFirst(text, done) {
  // ok: dom-xss-from-parameter
  bootbox.confirm(text, done);
}
