package example

import "log/slog"

func report(user string, count int) {
	// ruleid: go-structured-log-unpaired
	slog.Info("seen", "user")
	// ruleid: go-structured-log-unpaired
	slog.Warn("seen", "user", user, "count")
	// ruleid: go-structured-log-unpaired
	slog.Error("user %s was seen", user)
	// ok: go-structured-log-unpaired
	slog.Info("seen", "user", user, "count", count)
	// ok: go-structured-log-unpaired
	slog.Info("seen", slog.String("user", user))
	// ok: go-structured-log-unpaired
	slog.Info("100% done")
}
