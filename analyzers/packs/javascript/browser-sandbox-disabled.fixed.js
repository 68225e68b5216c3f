const puppeteer = require("puppeteer");

// ruleid: browser-sandbox-disabled
puppeteer.launch({ headless: true, args: ["--mute-audio"] });
// ruleid: browser-sandbox-disabled
puppeteer.launch({ args: [] });
// ok: browser-sandbox-disabled
puppeteer.launch({ headless: true, args: ["--mute-audio"] });
// ok: browser-sandbox-disabled
puppeteer.launch();
