async function load(url) {
  const response = await fetch(url);
  // ruleid: missing-await-fetch-body
  const data = await response.json();
  show(data.name);
}

async function loadSafely(url) {
  const response = await fetch(url);
  // ok: missing-await-fetch-body
  const data = await response.json();
  show(data.name);
}
