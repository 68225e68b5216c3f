const puppeteer = require("puppeteer");

// ruleid: browser-started-unprotected
puppeteer.launch({ headless: true, args: ["--mute-audio"] });
// ruleid: browser-started-unprotected
puppeteer.launch({ args: [] });
// ok: browser-started-unprotected
puppeteer.launch({ headless: true, args: ["--mute-audio"] });
// ok: browser-started-unprotected
puppeteer.launch();
