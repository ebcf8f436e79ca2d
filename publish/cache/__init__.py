"""What a build reuses of earlier builds, and the keys it is found under."""
