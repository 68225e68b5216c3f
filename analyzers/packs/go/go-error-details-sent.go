package example

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

func plain(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		// ruleid: go-error-details-sent
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	var name string
	if err := db.QueryRow("SELECT name FROM users").Scan(&name); err != nil {
		// ruleid: go-error-details-sent
		fmt.Fprintf(w, "failed: %v", err)
		// ok: go-error-details-sent
		log.Printf("failed: %v", err)
		// ok: go-error-details-sent
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	// ok: go-error-details-sent
	fmt.Fprintf(w, "%s", name)
	if _, err := os.Open("notes"); err != nil {
		// ok: go-error-details-sent
		http.Error(w, err.Error(), http.StatusNotFound)
		// ruleid: go-error-details-sent
		http.Error(w, fmt.Sprintf("%+v", err), http.StatusInternalServerError)
	}
}

func gins(c *gin.Context, db *gorm.DB) {
	var users []string
	if err := db.Find(&users).Error; err != nil {
		// ruleid: go-error-details-sent
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		return
	}
	// ok: go-error-details-sent
	c.JSON(http.StatusOK, users)
	if err := c.ShouldBindJSON(&users); err != nil {
		// ok: go-error-details-sent
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
	}
}

func echos(c echo.Context, db *sql.DB) error {
	if _, err := db.Exec("DELETE FROM users"); err != nil {
		// ruleid: go-error-details-sent
		return echo.NewHTTPError(http.StatusInternalServerError, err.Error())
	}
	return nil
}

func fibers(c *fiber.Ctx, db *sql.DB) error {
	_, err := db.Exec("DELETE FROM users")
	if err != nil {
		// ruleid: go-error-details-sent
		return c.Status(500).SendString(err.Error())
	}
	return nil
}
