/** Work and files elsewhere: accounts, what services offer, tasks that run there, and deliveries. Nothing here touches the network without an account. */
package io.reelbench.engine.cloud;
