import { WebView } from "react-native-webview";

// ruleid: webview-reaches-files
export const Files = () => <WebView originWhitelist={["*"]} source={{ html }} />;
// ruleid: webview-reaches-files
export const All = () => <WebView source={{ uri }} />;
// ruleid: webview-reaches-files
export const Mixed = () => <WebView source={{ uri }} />;
// ruleid: webview-reaches-files
export const Page = () => <webview src={address} />;
// ok: webview-reaches-files
export const Kept = () => <WebView source={{ uri }} allowFileAccessFromFileURLs={false} mixedContentMode="never" />;
// ok: webview-reaches-files
export const Plain = () => <WebView source={{ uri: "https://app.example.com" }} />;
