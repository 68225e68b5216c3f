async function shot(page, url) {
  // ruleid: browser-page-from-parameter
  await page.goto(url);
  // ok: browser-page-from-parameter
  await page.goto("https://example.com");
  // ok: browser-page-from-parameter
  await page.goto("https://example.com/items/" + url);
}
