import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class Folders {
  long files(Path folder) throws IOException {
    // ruleid: resource-leak-stream
    return Files.list(folder).count();
  }

  List<String> names(Path folder) throws IOException {
    // ruleid: resource-leak-stream
    List<Path> found = Files.walk(folder, 2).filter(each -> each.endsWith("a")).collect(Collectors.toList());
    // ruleid: resource-leak-stream
    Files.find(folder, 2, (each, attributes) -> true).forEach(System.out::println);
    // ruleid: resource-leak-stream
    return java.nio.file.Files.lines(folder.resolve("a")).map(String::trim).toList();
  }

  Stream<Path> closedByTheCaller(Path folder) throws IOException {
    // ok: resource-leak-stream
    return Files.list(folder).filter(each -> each.endsWith("a"));
  }

  long closed(Path folder) throws IOException {
    // ok: resource-leak-stream
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  int read(Path file) throws IOException {
    // ok: resource-leak-stream
    return Files.readAllLines(file).stream().filter(each -> !each.isEmpty()).toList().size();
  }
}
