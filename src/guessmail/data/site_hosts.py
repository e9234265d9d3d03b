"""Hosts where a page is not that of the firm which runs them: profiles, short links, builders of sites, forms, calendars, job boards, shops.

Source: the services' own pages; registrable domains. In a column of sites such a page says nothing about a person's employer;
the bare domain may be one (`wix.com`), and so may what stands in a column of domains.
"""

from guessmail.data.rows import words

__all__ = ["CUSTOMER_HOSTS", "PAGE_HOSTS"]

PAGE_HOSTS: frozenset[str] = frozenset(words("""
    linkedin.com linkedin.cn lnkd.in facebook.com fb.com fb.me fb.watch m.me twitter.com x.com t.co instagram.com
    instagr.am xing.com xing.to
    github.com gitlab.com bitbucket.org sourceforge.net codeberg.org youtube.com youtu.be vimeo.com tiktok.com twitch.tv
    medium.com crunchbase.com angel.co
    wellfound.com about.me linktr.ee t.me telegram.me threads.net threads.com pinterest.com vk.com vk.me ok.ru
    viadeo.com apollo.io zoominfo.com rocketreach.co lusha.com signalhire.com
    contactout.com glassdoor.com glassdoor.de glassdoor.co.uk glassdoor.fr kununu.com indeed.com google.com goo.gl g.co
    g.page googleusercontent.com stackoverflow.com stackexchange.com researchgate.net
    orcid.org academia.edu behance.net dribbble.com bsky.app reddit.com hubspot.com salesforce.com quora.com
    slideshare.net scribd.com issuu.com flickr.com tumblr.com snapchat.com
    whatsapp.com wa.me wa.link discord.gg discord.com skype.com weibo.com weixin.qq.com zhihu.com douyin.com
    xiaohongshu.com line.me lin.ee kakao.com mixi.jp note.com wantedly.com eight.me
    mastodon.social mastodon.online soundcloud.com spotify.com bandcamp.com patreon.com ko-fi.com buymeacoffee.com
    substack.com producthunt.com yelp.com tripadvisor.com trustpilot.com foursquare.com meetup.com
    northdata.com northdata.de opencorporates.com pitchbook.com owler.com companieshouse.gov.uk manta.com
    yellowpages.com gelbeseiten.de pagesjaunes.fr paginasamarillas.es paginegialle.it wlw.de europages.com kompass.com
    clutch.co g2.com capterra.com
    wikipedia.org wikidata.org imdb.com etsy.com made-in-china.com
    bit.ly bitly.com tinyurl.com ow.ly buff.ly is.gd rebrand.ly cutt.ly t.ly rb.gy shorturl.at tiny.cc short.io bl.ink
    soo.gd s.id v.gd dlvr.it lnk.to snip.ly trib.al hubs.ly hubs.la mailchi.mp eepurl.com amzn.to
    goo.su clck.ru u.to vk.cc bit.do adf.ly urlz.fr lc.cx ln.run u.nu t1p.de kurzelinks.de dub.sh tny.im qr.ae spoti.fi
    apple.co spr.ly smarturl.it zpr.io urlr.me ift.tt lstu.fr
    linkin.bio bio.link beacons.ai campsite.bio taplink.cc lnk.bio solo.to milkshake.app msha.ke allmylinks.com hoo.be
    linkpop.com flowcode.com bento.me carrd.co bio.site direct.me contactin.bio popl.co hihello.me blinq.me
    forms.gle typeform.com jotform.com surveymonkey.com surveymonkey.co.uk tally.so formstack.com cognitoforms.com
    wufoo.com paperform.co fillout.com limesurvey.org surveyhero.com airtable.com notion.so notion.site
    forms.office.com onedrive.live.com dropbox.com wetransfer.com evernote.com trello.com prezi.com docdroid.net
    calendly.com cal.com savvycal.com doodle.com youcanbook.me acuityscheduling.com setmore.com tidycal.com
    appointlet.com zcal.co meetergo.com chilipiper.com oncehub.com simplybook.me simplybook.it bookafy.com vyte.in
    koalendar.com zeeg.me
    zoom.us gotomeeting.com meet.google.com teams.microsoft.com whereby.com jitsi.org livestorm.co on24.com
    jobs.cz
    stepstone.de stepstone.com monster.com monster.de ziprecruiter.com careerbuilder.com simplyhired.com dice.com
    jobteaser.com welcometothejungle.com infojobs.net infojobs.it reed.co.uk totaljobs.com cv-library.co.uk hh.ru
    naukri.com join.com
    erecruiter.pl pracuj.pl profesia.sk profesia.cz jobs.ch jobup.ch karriere.at finn.no jobindex.dk oikotie.fi
    workforcenow.adp.com
    apps.apple.com itunes.apple.com play.google.com appgallery.huawei.com galaxystore.samsung.com f-droid.org
    testflight.apple.com apkpure.com
    eventbrite.com eventbrite.de eventbrite.co.uk eventbrite.fr xing-events.com lu.ma ticketmaster.com tito.io ti.to
    pretix.eu billetto.dk billetto.com hopin.com eventim.de
    paypal.me gofundme.com kickstarter.com indiegogo.com gumroad.com payhip.com fiverr.com upwork.com freelancer.com
    malt.fr malt.com malt.de toptal.com freelancermap.de guru.com peopleperhour.com thumbtack.com
    buy.stripe.com checkout.stripe.com join.com meet.google.com
"""))  # fmt: skip
"""Those where a path leads to somebody's page, so that the host says nothing about the company."""

CUSTOMER_HOSTS: frozenset[str] = frozenset(words("""
    wixsite.com wix.com wixstudio.io wixstudio.com editorx.io squarespace.com weebly.com weeblysite.com wordpress.com
    blogspot.com blogger.com jimdo.com jimdofree.com jimdosite.com jimdoweb.com webnode.com webnode.page webnode.cz
    webnode.sk webnode.fr webnode.es webnode.it webnode.hu webnode.com.br webnode.se webnode.nl
    github.io gitlab.io netlify.app netlify.com vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com
    azurewebsites.net azurestaticapps.net cloudfront.net amazonaws.com onrender.com surge.sh glitch.me replit.app
    repl.co fly.dev railway.app appspot.com run.app streamlit.app
    myshopify.com shopify.com bigcartel.com square.site squareup.com ecwid.com company.site mystrikingly.com
    strikingly.com webflow.io webflow.com framer.website framer.app framer.site framer.ai carrd.co site123.me
    godaddysites.com
    business.site sites.google.com yolasite.com yola.com webs.com ucraft.net ucraft.site tilda.ws tilda.cc nethouse.ru
    ucoz.ru ucoz.com narod.ru taplink.ws zyrosite.com hostingersite.com builderallwppro.com systeme.io clickfunnels.com
    leadpages.co leadpages.net kartra.com mykajabi.com kajabi.com thinkific.com teachable.com podia.com
    odoo.com mozello.com bubbleapps.io bubble.io softr.app softr.io notion.site super.site gitbook.io readthedocs.io
    substack.com ghost.io medium.com tumblr.com livejournal.com over-blog.com e-monsite.com canalblog.com skyrock.com
    beehiiv.com hatenablog.com fc2.com ameblo.jp jimdo.jp peraichi.com studio.site goope.jp crayonsite.net jouwweb.nl
    jouwweb.site
    one.com simplesite.com hemsida.eu n.nu mystore.no 123hjemmeside.dk 123hjemmeside.no 123kotisivu.fi simplesite.dk
    kotisivukone.com webador.com webador.de webador.co.uk webador.nl mozellosite.com estranky.cz estranky.sk wgz.cz
    mypage.cz webnode.pl cba.pl prv.pl atwebpages.com 000webhostapp.com infinityfreeapp.com wpengine.com kinsta.cloud
    wpcomstaging.com wordpress.org hpage.com beepworld.de chayns.site repage.de website2.me webseite.de my.canva.site
    canva.site
    typeform.com jotform.com zohosites.com zohosites.eu zoho.com zohopublic.com hubspotpagebuilder.com hs-sites.com
    mailchimpsites.com constantcontactsites.com activehosted.com gr8.com getresponsepages.com landen.co unbounce.com
    unbouncepages.com instapage.com swipepages.net
    greenhouse.io lever.co workable.com smartrecruiters.com myworkdayjobs.com jobvite.com icims.com ashbyhq.com
    bamboohr.com recruitee.com personio.de personio.com jobs.personio.de teamtailor.com breezy.hr applytojob.com
    taleo.net successfactors.com successfactors.eu softgarden.io factorialhr.com comeet.co pinpointhq.com homerun.co
    traffit.com freshteam.com zohorecruit.com jobtoolz.com otys.nl catsone.com avature.net rippling-ats.com gohire.io
    polymer.co csod.com ultipro.com
    calendly.com youcanbook.me as.me acuityscheduling.com simplybook.me simplybook.it setmore.com sharepoint.com
    zendesk.com freshdesk.com intercom.help atlassian.net notion.so statuspage.io helpscoutdocs.com slack.com trello.com
    zoom.us webex.com
    booksy.com treatwell.com fresha.com planity.com doctolib.de doctolib.fr jameda.de etsy.com ebay.com
"""))  # fmt: skip
"""Those where customers have a subdomain of their own, which takes no mail for them."""
