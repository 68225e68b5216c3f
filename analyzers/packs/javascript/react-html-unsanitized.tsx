import DOMPurify from "dompurify";

export function Comment({ comment, html }: { comment: { body: string }; html: string }) {
  return (
    <article>
      {/* ruleid: react-html-unsanitized */}
      <p className="body" dangerouslySetInnerHTML={{ __html: comment.body }} />
      {/* ok: react-html-unsanitized */}
      <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.body) }} />
      {/* ok: react-html-unsanitized */}
      <p dangerouslySetInnerHTML={{ __html: html }} />
      {/* ok: react-html-unsanitized */}
      <p>{comment.body}</p>
    </article>
  );
}
