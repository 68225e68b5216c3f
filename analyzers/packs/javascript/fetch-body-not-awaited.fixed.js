async function load(url) {
  const response = await fetch(url);
  // ruleid: fetch-body-not-awaited
  const data = await response.json();
  show(data.name);
}

async function loadSafely(url) {
  const response = await fetch(url);
  // ok: fetch-body-not-awaited
  const data = await response.json();
  show(data.name);
}
