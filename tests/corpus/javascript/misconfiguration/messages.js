// ruleid: misconfiguration
window.addEventListener("message", (event) => {
  apply(event.data);
});

// ruleid: misconfiguration
window.onmessage = function (event) {
  run(event.data.command);
};

// ok: misconfiguration
window.addEventListener("message", (event) => {
  if (event.origin !== "https://example.com") {
    return;
  }
  apply(event.data);
});

// ok: misconfiguration
worker.addEventListener("message", (event) => {
  apply(event.data);
});
