import android.content.Context;
import android.os.Environment;
import dalvik.system.DexClassLoader;
import dalvik.system.PathClassLoader;
import java.io.File;

class Plugins {
    void load(Context context, ClassLoader parent) throws Exception {
        // ruleid: java-android-code-loaded
        new DexClassLoader(Environment.getExternalStorageDirectory() + "/p.dex", context.getCacheDir().getPath(), null, parent);
        File folder = context.getExternalFilesDir(null);
        // ruleid: java-android-code-loaded
        new PathClassLoader(new File(folder, "p.apk").getAbsolutePath(), parent);
        // ruleid: java-android-code-loaded
        System.load("/sdcard/lib/libplugin.so");
        // ok: java-android-code-loaded
        new DexClassLoader(new File(context.getFilesDir(), "p.dex").getPath(), context.getCacheDir().getPath(), null, parent);
        // ok: java-android-code-loaded
        System.load(context.getApplicationInfo().nativeLibraryDir + "/libown.so");
    }
}
