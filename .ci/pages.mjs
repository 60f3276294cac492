// Opens each page of a folder in Chromium and says what is wrong with it. Called by .ci/pages.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [folder, pictures] = process.argv.slice(2);
const axe = readFileSync(join(folder, "node_modules/axe-core/axe.min.js"), "utf8");
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let wrong = 0;
let looked = 0;
const complain = (page, what) => { wrong += 1; console.log(`${page}: ${what}`); };

for (const name of readdirSync(folder).filter((name) => name.endsWith(".html")).sort()) {
  const address = pathToFileURL(join(folder, name)).href;
  const page = await browser.newPage();
  // axe is put in from outside, which the page itself forbids.
  await page.setBypassCSP(true);
  page.on("console", (message) => complain(name, `console: ${message.text()}`));
  page.on("pageerror", (error) => complain(name, `error: ${error.message}`));
  page.on("request", (request) => request.url() === address || complain(name, `request: ${request.url()}`));
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const width of [320, 768, 1280]) {
      await page.setViewport({ width, height: 900 });
      await page.goto(address);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) complain(name, `${over} pixels too wide at ${width}`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      for (const { id, nodes } of violations) complain(name, `${scheme} ${width}: ${id}: ${nodes[0].html}`);
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}-${scheme}-${width}.png`), fullPage: true });
      }
      looked += 1;
    }
  }
  const isSlides = name.startsWith("slides");
  if (isSlides) {
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(address);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) complain(name, `${over} pixels too wide for the screen`);
    const full = await page.$$eval("section", (all) => all.filter((slide) => {
      const bottom = (element) => element.getBoundingClientRect().bottom;
      const lowest = Math.max(...[...slide.querySelectorAll("p, li, svg, .legend")].map(bottom));
      return slide.offsetHeight > 720 || lowest > slide.querySelector("footer").getBoundingClientRect().top;
    }).map((slide) => slide.querySelector("h1").textContent));
    for (const heading of full) complain(name, `the slide "${heading}" is too full`);
  }
  const figures = await page.$$eval("figure", (all) => all.map((figure) => ({
    caption: figure.querySelector("figcaption").textContent,
    last: [...figure.querySelectorAll("svg text, .legend")].pop().textContent,
  })));
  const paper = join(folder, name.replace("html", "pdf"));
  writeFileSync(paper, await page.pdf({ format: isSlides ? undefined : "A4", preferCSSPageSize: true }));
  // Read in columns and across them: words of figures that stand beside each other are whole in one of the two.
  const read = (options) => execFileSync("pdftotext", [...options, paper, "-"], { encoding: "utf8" }).split("\f");
  const plain = (text) => text.replace(/\s+/g, "");
  const printed = read([]);
  const sheets = [...printed, ...read(["-layout"])].map(plain);
  for (const { caption, last } of figures) {
    const words = [plain(caption), plain(last)];
    if (!sheets.some((sheet) => words.every((text) => sheet.includes(text)))) {
      complain(name, `"${caption}" is not whole on one page`);
    }
  }
  const slides = (await page.$$("section")).length;
  if (isSlides && printed.length - 1 !== slides) complain(name, `${printed.length - 1} pages for ${slides} slides`);
  await page.close();
}
await browser.close();
console.log(`${looked} looks at pages in a browser`);
process.exit(wrong === 0 ? 0 : 1);
