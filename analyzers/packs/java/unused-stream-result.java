import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class Users {
  void all(List<String> users, Optional<String> one) {
    // ruleid: unused-stream-result
    users.stream().map(each -> send(each));
    // ruleid: unused-stream-result
    users.stream().filter(each -> each.isEmpty()).peek(this::send);
    // ruleid: unused-stream-result
    Arrays.stream(new String[] {"a"}).map(this::send);
    // ruleid: unused-stream-result
    users.stream().toList();
    // ruleid: unused-stream-result
    one.map(this::send);
    // ok: unused-stream-result
    users.stream().map(this::send).forEach(System.out::println);
    // ok: unused-stream-result
    List<String> sent = users.stream().map(this::send).toList();
    // ok: unused-stream-result
    users.stream().map(this::send).toList();
    // ok: unused-stream-result
    one.ifPresent(System.out::println);
    // ok: unused-stream-result
    users.stream().allMatch(each -> { send(each); return true; });
  }

  Stream<String> lazy(List<String> users) {
    // ok: unused-stream-result
    return users.stream().map(this::send);
  }

  String send(String user) {
    return user;
  }
}
