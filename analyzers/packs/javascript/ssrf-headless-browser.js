async function shot(page, url) {
  // ruleid: ssrf-headless-browser
  await page.goto(url);
  // ok: ssrf-headless-browser
  await page.goto("https://example.com");
  // ok: ssrf-headless-browser
  await page.goto("https://example.com/items/" + url);
}
