import { WebView } from "react-native-webview";

// ruleid: insecure-webview
export const Files = () => <WebView originWhitelist={["*"]} source={{ html }} />;
// ruleid: insecure-webview
export const All = () => <WebView source={{ uri }} />;
// ruleid: insecure-webview
export const Mixed = () => <WebView source={{ uri }} />;
// ruleid: insecure-webview
export const Page = () => <webview src={address} />;
// ok: insecure-webview
export const Kept = () => <WebView source={{ uri }} allowFileAccessFromFileURLs={false} mixedContentMode="never" />;
// ok: insecure-webview
export const Plain = () => <WebView source={{ uri: "https://app.example.com" }} />;
