function show(cell, user) {
  // ruleid: unsanitized-html-inner-html
  cell.innerHTML = `<b>${user.name}</b>`;
  // ruleid: unsanitized-html-inner-html
  cell.innerHTML += "<li>" + user.name + "</li>";
  // ruleid: unsanitized-html-inner-html
  cell.insertAdjacentHTML("beforeend", "<td>" + user.name);
  // ruleid: unsanitized-html-inner-html
  document.write(decodeURIComponent(location.hash));
}

function quiet(cell, user, html, escapeHtml, DOMPurify) {
  // ok: unsanitized-html-inner-html
  cell.textContent = user.name;
  // ok: unsanitized-html-inner-html
  cell.innerHTML = "<b>loading</b>";
  // ok: unsanitized-html-inner-html
  cell.innerHTML = "";
  // ok: unsanitized-html-inner-html
  cell.innerHTML = `<b>${escapeHtml(user.name)}</b>`;
  // ok: unsanitized-html-inner-html
  cell.innerHTML = DOMPurify.sanitize(html);
  // ok: unsanitized-html-inner-html
  cell.innerHTML = html;
}
