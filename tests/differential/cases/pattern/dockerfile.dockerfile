FROM alpine:latest AS b
RUN apt-get update
USER root
COPY . /a
ENV A=1
CMD ["x", "y"]
EXPOSE 22
FROM b
ADD http://x /y
RUN sudo ls
