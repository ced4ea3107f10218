//! The program itself, started on a free port, as an operator runs it.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use crate::wire::{self, Reply};

/// A program that serves until it is dropped.
pub struct Running {
    pub child: Child,
    pub address: SocketAddr,
}

impl Running {
    /// With these flags beside `--listen`.
    pub fn start(flags: &[&str]) -> Running {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huella"));
        for name in ["HUELLA_GEODATA", "HUELLA_LISTEN", "HUELLA_PUBLIC_URL", "HUELLA_LOG_FILTER"] {
            command.env_remove(name);
        }
        let mut child = (command.args(["--listen", "127.0.0.1:0"]).args(flags))
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut log = BufReader::new(child.stderr.take().expect("its log")).lines().map_while(Result::ok);
        let open = log.by_ref().find(|line| line.contains("the atlas is open at http://"));
        let open = open.expect("the address");
        let address = open.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.and_then(|text| text.parse().ok()).expect("host and port");
        // A full pipe would hold the program up.
        std::thread::spawn(move || log.for_each(drop));
        Running { child, address }
    }

    pub fn get(&self, target: &str) -> Reply {
        wire::get(self.address, target, &[])
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
