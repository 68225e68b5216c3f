function tell(frame, message) {
  // ruleid: post-message-any-origin
  frame.contentWindow.postMessage(message, "*");
  // ruleid: post-message-any-origin
  window.parent.postMessage(message, "*");
  // ok: post-message-any-origin
  frame.contentWindow.postMessage(message, "https://app.example.com");
  // ok: post-message-any-origin
  worker.postMessage(message);
}
