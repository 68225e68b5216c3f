import DOMPurify from "dompurify";

export function Comment({ comment, html }: { comment: { body: string }; html: string }) {
  return (
    <article>
      {/* ruleid: unsanitized-html-react */}
      <p className="body" dangerouslySetInnerHTML={{ __html: comment.body }} />
      {/* ok: unsanitized-html-react */}
      <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.body) }} />
      {/* ok: unsanitized-html-react */}
      <p dangerouslySetInnerHTML={{ __html: html }} />
      {/* ok: unsanitized-html-react */}
      <p>{comment.body}</p>
    </article>
  );
}
