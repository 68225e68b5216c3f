package example

import (
	"context"
	"errors"
	"fmt"

	"github.com/airbrake/gobrake/v5"
	"github.com/bugsnag/bugsnag-go/v2"
	"github.com/getsentry/sentry-go"
	"github.com/honeybadger-io/honeybadger-go"
	"github.com/newrelic/go-agent/v3/newrelic"
	"github.com/opentracing/opentracing-go"
	"github.com/posthog/posthog-go"
	"github.com/rollbar/rollbar-go"
	"github.com/segmentio/analytics-go/v3"
	"go.opentelemetry.io/otel/attribute"
)

type User struct {
	ID    int
	Email string
	Phone string
	Plan  string
}

func (u *User) GetEmail() string { return u.Email }

func trackers(user *User, notifier *gobrake.Notifier) {
	// ruleid: personal-data-sent-to-third-party
	sentry.CaptureMessage("failed for " + user.Email)
	// ruleid: personal-data-sent-to-third-party
	sentry.CaptureException(fmt.Errorf("no payment of %s", user.Phone))
	// ok: personal-data-sent-to-third-party
	sentry.CaptureMessage(fmt.Sprintf("failed for user %d", user.ID))
	// ok: personal-data-sent-to-third-party
	sentry.CaptureException(errors.New("user.Email is empty"))
	sentry.ConfigureScope(func(scope *sentry.Scope) {
		// ruleid: personal-data-sent-to-third-party
		scope.SetUser(sentry.User{ID: fmt.Sprint(user.ID), Email: user.Email})
		// ok: personal-data-sent-to-third-party
		scope.SetUser(sentry.User{ID: fmt.Sprint(user.ID)})
	})
	// ruleid: personal-data-sent-to-third-party
	bugsnag.Notify(errors.New("failed"), bugsnag.User{Id: "1", Email: user.GetEmail()})
	// ok: personal-data-sent-to-third-party
	bugsnag.Notify(errors.New("failed"), bugsnag.User{Id: "1"})
	// ruleid: personal-data-sent-to-third-party
	rollbar.Error("failed", map[string]interface{}{"email": user.Email})
	// ok: personal-data-sent-to-third-party
	rollbar.Error("failed", map[string]interface{}{"plan": user.Plan})
	// ruleid: personal-data-sent-to-third-party
	honeybadger.SetContext(honeybadger.Context{"email": user.Email})
	// ruleid: personal-data-sent-to-third-party
	notifier.Notify("no mail to "+user.Email, nil)
	// ok: personal-data-sent-to-third-party
	notifier.Notify("no mail", nil)
}

func measurements(ctx context.Context, customer *User, span opentracing.Span, transaction *newrelic.Transaction) {
	// ruleid: personal-data-sent-to-third-party
	span.SetTag("user", customer.Email)
	// ok: personal-data-sent-to-third-party
	span.SetTag("user", customer.ID)
	// ruleid: personal-data-sent-to-third-party
	transaction.AddAttribute("phone", customer.Phone)
	// ruleid: personal-data-sent-to-third-party
	email := attribute.String("email", customer.Email)
	// ok: personal-data-sent-to-third-party
	plan := attribute.String("plan", customer.Plan)
	_, _ = email, plan
}

func behaviour(client analytics.Client, other posthog.Client, user User) {
	// ruleid: personal-data-sent-to-third-party
	client.Enqueue(analytics.Track{UserId: user.Email, Event: "signed up"})
	// ruleid: personal-data-sent-to-third-party
	client.Enqueue(analytics.Identify{UserId: "1", Traits: analytics.NewTraits().SetEmail(user.Email)})
	// ok: personal-data-sent-to-third-party
	client.Enqueue(analytics.Track{UserId: fmt.Sprint(user.ID), Event: "signed up"})
	// ruleid: personal-data-sent-to-third-party
	other.Enqueue(posthog.Capture{DistinctId: user.Email, Event: "signed up"})
	// ok: personal-data-sent-to-third-party
	store.Save(Track{UserId: user.Email})
}
