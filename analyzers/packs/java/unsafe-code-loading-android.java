import android.content.Context;
import android.os.Environment;
import dalvik.system.DexClassLoader;
import dalvik.system.PathClassLoader;
import java.io.File;

class Plugins {
    void load(Context context, ClassLoader parent) throws Exception {
        // ruleid: unsafe-code-loading-android
        new DexClassLoader(Environment.getExternalStorageDirectory() + "/p.dex", context.getCacheDir().getPath(), null, parent);
        File folder = context.getExternalFilesDir(null);
        // ruleid: unsafe-code-loading-android
        new PathClassLoader(new File(folder, "p.apk").getAbsolutePath(), parent);
        // ruleid: unsafe-code-loading-android
        System.load("/sdcard/lib/libplugin.so");
        // ok: unsafe-code-loading-android
        new DexClassLoader(new File(context.getFilesDir(), "p.dex").getPath(), context.getCacheDir().getPath(), null, parent);
        // ok: unsafe-code-loading-android
        System.load(context.getApplicationInfo().nativeLibraryDir + "/libown.so");
    }
}
