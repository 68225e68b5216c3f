import ReactMarkdown from "react-markdown";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";

// ruleid: unsanitized-html-markdown
export const Raw = ({ text }) => <ReactMarkdown rehypePlugins={[rehypeRaw]}>{text}</ReactMarkdown>;
// ruleid: unsanitized-html-markdown
export const Child = ({ text }) => <ReactMarkdown children={text} rehypePlugins={[rehypeHighlight, rehypeRaw]} />;
// ruleid: unsanitized-html-markdown
export const Old = ({ text }) => <ReactMarkdown escapeHtml={false}>{text}</ReactMarkdown>;
// ruleid: unsanitized-html-markdown
export const Older = ({ text }) => <ReactMarkdown allowDangerousHtml children={text} />;
// ok: unsanitized-html-markdown
export const Clean = ({ text }) => <ReactMarkdown rehypePlugins={[rehypeRaw, rehypeSanitize]}>{text}</ReactMarkdown>;
// ok: unsanitized-html-markdown
export const Schema = ({ text }) => <ReactMarkdown rehypePlugins={[rehypeRaw, [rehypeSanitize, schema]]}>{text}</ReactMarkdown>;
// ok: unsanitized-html-markdown
export const Plain = ({ text }) => <ReactMarkdown>{text}</ReactMarkdown>;
