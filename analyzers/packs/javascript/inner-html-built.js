function show(cell, user) {
  // ruleid: inner-html-built
  cell.innerHTML = `<b>${user.name}</b>`;
  // ruleid: inner-html-built
  cell.innerHTML += "<li>" + user.name + "</li>";
  // ruleid: inner-html-built
  cell.insertAdjacentHTML("beforeend", "<td>" + user.name);
  // ruleid: inner-html-built
  document.write(decodeURIComponent(location.hash));
}

function quiet(cell, user, html, escapeHtml, DOMPurify) {
  // ok: inner-html-built
  cell.textContent = user.name;
  // ok: inner-html-built
  cell.innerHTML = "<b>loading</b>";
  // ok: inner-html-built
  cell.innerHTML = "";
  // ok: inner-html-built
  cell.innerHTML = `<b>${escapeHtml(user.name)}</b>`;
  // ok: inner-html-built
  cell.innerHTML = DOMPurify.sanitize(html);
  // ok: inner-html-built
  cell.innerHTML = html;
}
