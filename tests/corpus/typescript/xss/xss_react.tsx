import React, { useRef, useEffect, useState } from 'react';
import DOMPurify from 'dompurify';
import { useRouter } from 'next/router';
import { useSearchParams, useParams } from 'react-router-dom';
import { marked } from 'marked';
import Link from 'next/link';
import Head from 'next/head';

export function A({ html }: { html: string }) {
  // ruleid: xss
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

export function B({ html }: { html: string }) {
  // ok: xss
  return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />;
}

export function C() {
  const router = useRouter();
  const { q } = router.query;
  // ruleid: xss
  return <div dangerouslySetInnerHTML={{ __html: q as string }} />;
}

export function D() {
  const router = useRouter();
  // ok: xss
  return <div>{router.query.q}</div>;
}

export function E() {
  const [params] = useSearchParams();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // ruleid: xss
    ref.current!.innerHTML = params.get('q')!;
    // ok: xss
    ref.current!.textContent = params.get('q')!;
  }, []);
  return <div ref={ref} />;
}

export function F() {
  const [params] = useSearchParams();
  // ruleid: xss
  return <a href={params.get('url')!}>x</a>;
}

export function G({ id }: { id: number }) {
  // ok: xss
  return <a href={`/users/${id}`}>x</a>;
}

export function H() {
  // ok: xss
  return <style dangerouslySetInnerHTML={{ __html: 'body { margin: 0 }' }} />;
}

const CSS = '.a { color: red }';
export function I() {
  // ok: xss
  return <style dangerouslySetInnerHTML={{ __html: CSS }} />;
}

export function J({ text }: { text: string }) {
  // ruleid: xss
  return <div dangerouslySetInnerHTML={{ __html: marked(text) }} />;
}

export function K({ data }: { data: object }) {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  // ok: xss
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

export function L() {
  const { slug } = useParams();
  // ruleid: xss
  return <iframe src={slug} />;
}

export function M() {
  // ok: xss
  return <iframe src="https://www.example.org/embed" sandbox="allow-scripts" />;
}

export function N({ url }: { url: string }) {
  // ok: misconfiguration
  return <a href={url} target="_blank" rel="noopener noreferrer">x</a>;
}

export function P() {
  const [params] = useSearchParams();
  const go = () => {
    // ruleid: open-redirect
    window.location.href = params.get('next')!;
  };
  const home = () => {
    // ok: open-redirect
    window.location.href = '/home';
  };
  return <button onClick={go} onDoubleClick={home}>x</button>;
}

export function Q() {
  const router = useRouter();
  const login = () => {
    // ruleid: open-redirect
    router.push(router.query.next as string);
    // ok: open-redirect
    router.push('/dashboard');
  };
  return <button onClick={login}>x</button>;
}

export function R({ body }: { body: string }) {
  const clean = DOMPurify.sanitize(body);
  const wrapped = { __html: clean };
  // ok: xss
  return <p dangerouslySetInnerHTML={wrapped} />;
}

export function S({ body }: { body: string }) {
  const [open, setOpen] = useState(false);
  // ruleid: xss
  return React.createElement('div', { dangerouslySetInnerHTML: { __html: body } });
}

export class T extends React.Component<{ v: string }> {
  el: HTMLElement | null = null;
  componentDidMount() {
    // ruleid: xss
    this.el!.innerHTML = window.location.hash;
    // ok: xss
    this.el!.innerHTML = '<i></i>';
  }
  render() {
    // ok: xss
    return <p ref={(e) => { this.el = e; }}>{this.props.v}</p>;
  }
}
