import React, { useEffect, useRef } from "react";
import DOMPurify from "dompurify";
import ReactMarkdown from "react-markdown";

export function Comment({ comment, url }) {
  const element = useRef(null);

  useEffect(() => {
    // ruleid: xss
    element.current.innerHTML = comment.body;
  }, [comment]);

  return (
    <section>
      {/* ruleid: xss */}
      <p dangerouslySetInnerHTML={{ __html: comment.body }} />
      {/* ruleid: xss */}
      <div className="a" dangerouslySetInnerHTML={{ __html: `<b>${comment.title}</b>` }}></div>
      {/* ruleid: xss */}
      <a href={"javascript:" + url}>run</a>
      {/* ruleid: xss */}
      <iframe srcDoc={comment.body} />
      {/* ok: xss */}
      <p>{comment.body}</p>
      {/* ok: xss */}
      <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.body) }} />
      {/* ok: xss */}
      <p dangerouslySetInnerHTML={{ __html: "<b>Hello</b>" }} />
      {/* ok: xss */}
      <a href="/home">home</a>
      <div ref={element} />
    </section>
  );
}

export class Post extends React.Component {
  markup() {
    return { __html: this.props.html };
  }

  render() {
    const { html, text } = this.props;
    const clean = DOMPurify.sanitize(html);
    return (
      <div>
        {/* ruleid: xss */}
        <p dangerouslySetInnerHTML={{ __html: this.props.html }} />
        {/* ruleid: xss */}
        <p dangerouslySetInnerHTML={{ __html: html }} />
        {/* ok: xss */}
        <p dangerouslySetInnerHTML={{ __html: clean }} />
        {/* ok: xss */}
        <p title={text}>{text}</p>
      </div>
    );
  }
}

export function Link() {
  const next = new URLSearchParams(window.location.search).get("next");
  // ruleid: xss
  return <a href={next}>continue</a>;
}

const BANNER = "<em>Sale</em>";

export function Banner() {
  // ok: xss
  return <p dangerouslySetInnerHTML={{ __html: BANNER }} />;
}

export function Profile({ user }) {
  // ok: xss
  return <a href={`/users/${user.id}`}>{user.name}</a>;
}
