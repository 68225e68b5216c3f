import logging

logger = logging.getLogger(__name__)


def log(user, order):
    # ruleid: personal-data-logged
    logger.info("login of %s", user.email)
    # ruleid: personal-data-logged
    logging.warning(f"login of {user.first_name} failed")
    # ruleid: personal-data-logged
    print(user.date_of_birth)
    # ok: personal-data-logged
    logger.info("login of %s", user.id)
    # ok: personal-data-logged
    logger.info("order to %s", order.address)


def closed(client):
    # ok: personal-data-logged
    logger.debug("stream to %s closed", client.address)
    # ruleid: personal-data-logged
    logger.debug("mail of %s", client.email)
