import DOMPurify from "dompurify";

function showName() {
  const name = new URLSearchParams(location.search).get("name");
  // ruleid: xss
  document.getElementById("name").innerHTML = name;
  // ruleid: xss
  document.getElementById("greeting").innerHTML = "<b>Hello " + name + "</b>";
  // ruleid: xss
  document.querySelector("#box").outerHTML = `<div>${name}</div>`;
  // ruleid: xss
  document.write("<p>" + location.hash + "</p>");
  // ruleid: xss
  document.writeln(decodeURIComponent(window.location.hash.substring(1)));
  // ruleid: xss
  document.body.insertAdjacentHTML("beforeend", `<li>${name}</li>`);
}

function showComment(element, comment) {
  // ruleid: xss
  element.innerHTML = comment;
  // ruleid: xss
  element.innerHTML += "<p>" + comment.text + "</p>";
  // ruleid: xss
  element.outerHTML = comment.html;
  // ruleid: xss
  element.insertAdjacentHTML("afterbegin", comment);
  // ruleid: xss
  document.write(comment);
  // ruleid: xss
  const fragment = document.createRange().createContextualFragment(comment);
  // ruleid: xss
  frame.srcdoc = comment;
  // ruleid: xss
  element["innerHTML"] = comment;
  // ruleid: xss
  element.setHTMLUnsafe(comment);
  element.append(fragment);
}

async function load(id) {
  const response = await fetch("/comments/" + id);
  const text = await response.text();
  // ruleid: xss
  document.getElementById("comment").innerHTML = text;
}

window.addEventListener("message", (event) => {
  // ruleid: xss
  document.getElementById("status").innerHTML = event.data;
  // ruleid: xss
  document.body.insertAdjacentHTML("beforeend", event.data.html);
});

function attributes(link, url) {
  // ruleid: xss
  link.href = "javascript:" + url;
  // ruleid: xss
  link.setAttribute("href", "javascript:open('" + url + "')");
  // ruleid: xss
  link.setAttribute("onclick", "select('" + url + "')");
}

function navigation() {
  const next = new URL(window.location.href).searchParams.get("next");
  // ruleid: xss
  document.getElementById("frame").src = "javascript:" + next;
}

function referrer() {
  // ruleid: xss
  document.getElementById("back").innerHTML = "<a href='" + document.referrer + "'>back</a>";
  // ruleid: xss
  document.getElementById("title").innerHTML = window.name;
  // ruleid: xss
  document.getElementById("cookie").innerHTML = document.cookie;
}

const parsed = new DOMParser();

function safe(element, comment) {
  // ok: xss
  element.textContent = comment;
  // ok: xss
  element.innerText = "Hello " + comment;
  // ok: xss
  element.innerHTML = "";
  // ok: xss
  element.innerHTML = "<b>Loading</b>";
  // ok: xss
  element.innerHTML = DOMPurify.sanitize(comment);
  // ok: xss
  element.innerHTML = `<i>${DOMPurify.sanitize(comment)}</i>`;
  // ok: xss
  element.insertAdjacentHTML("beforeend", DOMPurify.sanitize(comment.text));
  // ok: xss
  element.insertAdjacentText("beforeend", comment);
  // ok: xss
  element.insertAdjacentHTML("beforeend", "<hr>");
  // ok: xss
  element.append(document.createTextNode(comment));
  // ok: xss
  element.setAttribute("title", comment);
  // ok: xss
  document.write("<p>Done</p>");
  // ok: xss
  const html = element.innerHTML;
  // ok: xss
  element.innerHTML = escapeHtml(comment);
  // ok: xss
  element.innerHTML = `<b>${comment.length}</b>`;
  return html;
}

const TEMPLATE = "<ul><li>One</li></ul>";

function constants(element, count) {
  // ok: xss
  element.innerHTML = TEMPLATE;
  const head = "<h1>" + "Title" + "</h1>";
  // ok: xss
  element.innerHTML = head + TEMPLATE;
  // ok: xss
  element.innerHTML = count > 0 ? "<b>Some</b>" : "<i>None</i>";
  // ok: xss
  element.innerHTML = "<b>" + Number(count) + "</b>";
}

function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
