// ruleid: post-message-origin-unchecked
window.addEventListener("message", (event) => {
  apply(event.data);
});
// ruleid: post-message-origin-unchecked
window.onmessage = function (event) {
  apply(event.data);
};
// ok: post-message-origin-unchecked
window.addEventListener("message", (event) => {
  if (event.origin === "https://app.example.com") {
    apply(event.data);
  }
});
// ok: post-message-origin-unchecked
worker.addEventListener("message", (event) => {
  apply(event.data);
});
// ok: post-message-origin-unchecked
self.addEventListener("message", (event) => {
  // In a worker only the page that started it can send one.
  apply(event.data);
});
