package example

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

type User struct {
	gorm.Model
	Name    string
	IsAdmin bool
}

func gins(c *gin.Context, db *gorm.DB) {
	var user User
	if err := c.ShouldBindJSON(&user); err != nil {
		return
	}
	// ruleid: mass-assignment
	db.Create(&user)
	var form struct{ Name string }
	c.ShouldBindJSON(&form)
	// ok: mass-assignment
	db.Create(&User{Name: form.Name})
	// ok: mass-assignment
	db.Model(&User{}).Where("id = ?", 1).Update("name", form.Name)
	// ok: mass-assignment
	db.Select("Name").Create(&user)
}

func (s *server) echos(c echo.Context) error {
	user := new(User)
	if err := c.Bind(user); err != nil {
		return err
	}
	// ruleid: mass-assignment
	return s.db.Save(user).Error
}

func fibers(c *fiber.Ctx, db *gorm.DB) error {
	var fields map[string]interface{}
	c.BodyParser(&fields)
	// ruleid: mass-assignment
	db.Model(&User{}).Where("id = ?", c.Params("id")).Updates(fields)
	// ok: mass-assignment
	db.Model(&User{}).Updates(map[string]interface{}{"name": fields["name"]})
	return nil
}

func plain(w http.ResponseWriter, r *http.Request) {
	user := User{}
	json.NewDecoder(r.Body).Decode(&user)
	// ruleid: mass-assignment
	db.WithContext(r.Context()).Create(&user)
	other := User{Name: "a"}
	// ok: mass-assignment
	db.Create(&other)
}
