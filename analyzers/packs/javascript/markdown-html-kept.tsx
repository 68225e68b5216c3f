import ReactMarkdown from "react-markdown";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";

// ruleid: markdown-html-kept
export const Raw = ({ text }) => <ReactMarkdown rehypePlugins={[rehypeRaw]}>{text}</ReactMarkdown>;
// ruleid: markdown-html-kept
export const Child = ({ text }) => <ReactMarkdown children={text} rehypePlugins={[rehypeHighlight, rehypeRaw]} />;
// ruleid: markdown-html-kept
export const Old = ({ text }) => <ReactMarkdown escapeHtml={false}>{text}</ReactMarkdown>;
// ruleid: markdown-html-kept
export const Older = ({ text }) => <ReactMarkdown allowDangerousHtml children={text} />;
// ok: markdown-html-kept
export const Clean = ({ text }) => <ReactMarkdown rehypePlugins={[rehypeRaw, rehypeSanitize]}>{text}</ReactMarkdown>;
// ok: markdown-html-kept
export const Schema = ({ text }) => <ReactMarkdown rehypePlugins={[rehypeRaw, [rehypeSanitize, schema]]}>{text}</ReactMarkdown>;
// ok: markdown-html-kept
export const Plain = ({ text }) => <ReactMarkdown>{text}</ReactMarkdown>;
