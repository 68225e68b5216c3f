const puppeteer = require("puppeteer");

// ruleid: browser-sandbox-disabled
puppeteer.launch({ headless: true, args: ["--no-sandbox", "--mute-audio"] });
// ruleid: browser-sandbox-disabled
puppeteer.launch({ args: ["--disable-web-security"] });
// ok: browser-sandbox-disabled
puppeteer.launch({ headless: true, args: ["--mute-audio"] });
// ok: browser-sandbox-disabled
puppeteer.launch();
