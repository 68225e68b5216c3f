import $ from 'jquery';
import DOMPurify from 'dompurify';
import { marked } from 'marked';

function q() {
  const params = new URLSearchParams(window.location.search);
  const name = params.get('name');
  // ruleid: xss
  document.getElementById('x').innerHTML = name;
  // ok: xss
  document.getElementById('x').textContent = name;
  // ok: xss
  document.getElementById('x').innerText = name;
  // ruleid: xss
  document.getElementById('x').outerHTML = '<p>' + name + '</p>';
  // ruleid: xss
  document.getElementById('x').insertAdjacentHTML('beforeend', name);
  // ok: xss
  document.getElementById('x').insertAdjacentText('beforeend', name);
  // ruleid: xss
  document.write(location.hash);
  // ruleid: xss
  document.writeln('<p>' + document.referrer);
  // ok: xss
  document.write('<p>static</p>');
  // ok: xss
  document.getElementById('x').innerHTML = DOMPurify.sanitize(name);
  // ok: xss
  document.getElementById('x').innerHTML = '<b>static</b>';
  // ok: xss
  document.getElementById('x').innerHTML = '';
  // ok: xss
  document.getElementById('x').innerHTML = parseInt(name);
  // ok: xss
  document.getElementById('x').innerHTML = encodeURIComponent(name);
  // ok: xss
  document.body.appendChild(document.createTextNode(name));
}

function jq() {
  const h = decodeURIComponent(window.location.hash.substring(1));
  // ruleid: xss
  $('#x').html(h);
  // ok: xss
  $('#x').text(h);
  // ruleid: xss
  $('#x').append('<li>' + h + '</li>');
  // ok: xss
  $('#x').append($('<li>').text(h));
  // ruleid: xss
  $('#x').prepend(h);
  // ruleid: xss
  $('#x').after(h);
  // ok: xss
  $('#x').attr('title', h);
  // ok: xss
  $('#x').val(h);
  // ruleid: xss
  $(h);
  // ruleid: xss
  $('<p>' + h + '</p>');
  // ruleid: xss
  $('#x').replaceWith(h);
  // ruleid: xss
  $.parseHTML(h);
  // ok: xss
  jQuery('#x').html('<b>fixed</b>');
  // ok: xss
  $('.item-' + 3).hide();
  // ok: xss
  $('#x').addClass(h);
}

function nav() {
  const p = new URL(document.location.href).searchParams;
  const el = document.createElement('a');
  // ruleid: xss
  el.href = p.get('u');
  // ok: xss
  el.href = '/users/' + encodeURIComponent(p.get('u'));
  const f = document.createElement('iframe');
  // ruleid: xss
  f.src = p.get('u');
  // ruleid: xss
  f.srcdoc = p.get('u');
  // ok: xss
  f.src = 'https://example.org/embed';
  const s = document.createElement('script');
  // ruleid: xss
  s.src = p.get('u');
  // ruleid: xss
  s.text = p.get('u');
  // ruleid: xss
  el.setAttribute('href', p.get('u'));
  // ok: xss
  el.setAttribute('title', p.get('u'));
  // ruleid: xss
  el.setAttribute('onclick', p.get('u'));
  const range = document.createRange();
  // ruleid: xss
  range.createContextualFragment(p.get('u'));
  // ok: xss
  const doc = new DOMParser().parseFromString(p.get('u'), 'text/html');
  // ruleid: code-injection
  eval(location.hash.slice(1));
  // ruleid: code-injection
  setTimeout(location.hash.slice(1), 10);
  // ok: code-injection
  setTimeout(function () { go(location.hash); }, 10);
  return doc;
}

// ruleid: misconfiguration
window.addEventListener('message', (event) => {
  // ruleid: xss
  document.body.innerHTML = event.data;
});

// ok: authentication
window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example.org') return;
  // ok: xss
  document.body.textContent = event.data;
});

function send(win, token) {
  // ruleid: cors
  win.postMessage(token, '*');
  // ok: cors
  win.postMessage(token, 'https://app.example.org');
  // ok: data-exposure
  localStorage.setItem('theme', 'dark');
  // ok: insecure-cookie
  document.cookie = 'theme=dark; Secure; SameSite=Lax';
}

function redirectTo() {
  const next = new URLSearchParams(location.search).get('next');
  // ruleid: open-redirect
  window.location = next;
  // ruleid: open-redirect
  location.href = next;
  // ruleid: open-redirect
  window.location.assign(next);
  // ruleid: open-redirect
  location.replace(next);
  // ruleid: open-redirect
  window.open(next);
  // ok: open-redirect
  location.href = '/home';
  // ok: open-redirect
  location.href = '/search?q=' + encodeURIComponent(next);
  // ok: open-redirect
  window.location.reload();
  if (next.startsWith('/') && !next.startsWith('//')) {
    // ok: open-redirect
    location.href = next;
  }
}

function stored() {
  const v = localStorage.getItem('draft');
  // ruleid: xss
  document.getElementById('x').innerHTML = v;
  // ok: xss
  document.getElementById('x').textContent = v;
  const name = window.name;
  // ruleid: xss
  document.write(name);
  // ruleid: xss
  document.getElementById('x').innerHTML = `<p>${document.cookie}</p>`;
  // ok: xss
  fetch('/api').then((r) => r.json()).then((d) => { document.title = d.title; });
}
