package example

import "log/slog"

func report(user string, count int) {
	// ruleid: unpaired-log-arguments
	slog.Info("seen", "user")
	// ruleid: unpaired-log-arguments
	slog.Warn("seen", "user", user, "count")
	// ruleid: unpaired-log-arguments
	slog.Error("user %s was seen", user)
	// ok: unpaired-log-arguments
	slog.Info("seen", "user", user, "count", count)
	// ok: unpaired-log-arguments
	slog.Info("seen", slog.String("user", user))
	// ok: unpaired-log-arguments
	slog.Info("100% done")
}
