const puppeteer = require("puppeteer");

// ruleid: browser-started-unprotected
puppeteer.launch({ headless: true, args: ["--no-sandbox", "--mute-audio"] });
// ruleid: browser-started-unprotected
puppeteer.launch({ args: ["--disable-web-security"] });
// ok: browser-started-unprotected
puppeteer.launch({ headless: true, args: ["--mute-audio"] });
// ok: browser-started-unprotected
puppeteer.launch();
