import { useEffect, useRef } from 'react';
import parse from 'html-react-parser';
import ReactMarkdown from 'react-markdown';
import { useLocation, useNavigate, Link } from 'react-router-dom';
import { renderToStaticMarkup } from 'react-dom/server';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html } from 'lit';
import DOMPurify from 'isomorphic-dompurify';

export function A() {
  const { search, hash } = useLocation();
  const q = new URLSearchParams(search).get('q') ?? '';
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // ruleid: xss
    if (ref.current) ref.current.innerHTML = q;
    // ok: xss
    if (ref.current) ref.current.innerHTML = DOMPurify.sanitize(q);
    // ok: xss
    if (ref.current) ref.current.textContent = hash;
    // ok: xss
    document.title = q;
  });
  // ok: xss
  return <p>{q}</p>;
}

export function B({ text }: { text: string }) {
  // ok: xss
  return <ReactMarkdown>{text}</ReactMarkdown>;
}

export function C() {
  const navigate = useNavigate();
  const next = new URLSearchParams(window.location.search).get('next')!;
  const go = () => {
    // ruleid: open-redirect
    window.location.replace(next);
    // ok: open-redirect
    window.location.assign('/x?next=' + encodeURIComponent(next));
    // ok: open-redirect
    navigate('/home');
  };
  return <a onClick={go}>x</a>;
}

export function D() {
  const data = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  // ruleid: xss
  return <div dangerouslySetInnerHTML={{ __html: data.html }} />;
}

export function E() {
  // ruleid: xss
  const t = html`<p>${unsafeHTML(location.hash)}</p>`;
  // ok: xss
  const s = html`<p>${location.hash}</p>`;
  return [t, s];
}

export function F({ items }: { items: string[] }) {
  const list = document.querySelector('ul')!;
  for (const item of items) {
    const li = document.createElement('li');
    // ok: xss
    li.innerText = item;
    // ok: xss
    list.appendChild(li);
  }
  // ruleid: xss
  list.innerHTML = items.map((i) => `<li>${i}</li>`).join('');
  // ok: xss
  list.replaceChildren();
  return null;
}

// ruleid: misconfiguration
window.onmessage = (e) => {
  // ruleid: xss
  document.querySelector('#x')!.innerHTML = e.data.html;
};
// ruleid: cors
parent.postMessage({ token: localStorage.getItem('token') }, '*');
// ok: cors
parent.postMessage({ ready: true }, location.origin);
// ruleid: data-exposure
localStorage.setItem('authToken', (window as any).token);
// ok: data-exposure
localStorage.setItem('lang', 'en');
// ruleid: code-injection
new Function('return ' + location.search.slice(1))();
// ok: code-injection
new Function('return 1')();
const script = document.createElement('script');
// ruleid: xss
script.src = new URL(location.href).searchParams.get('cdn')!;
// ok: xss
script.src = 'https://cdn.example.org/x.js';
// ruleid: insecure-cookie
document.cookie = 'session=' + Math.random();
